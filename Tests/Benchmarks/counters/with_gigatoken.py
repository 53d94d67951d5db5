import awkward
import gigatoken

import vocabularies


def load(family, threads):
    tokenizer = gigatoken.Tokenizer(str(vocabularies.path(family, "plain")))
    return lambda texts: tokenizer.encode_batch(texts, parallel=threads > 1)


def prepare(texts):
    return [text.encode() for text in texts]


def counts(result):
    return awkward.num(result, axis=1).to_list()
