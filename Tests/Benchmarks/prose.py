"""Seeded prose: records of a question with its context, and an answer, of about 2 kB together."""

import random

from words import ADJECTIVES, ADVERBS, NOUNS, PREPOSITIONS, SYLLABLES, VERBS

LABELS = ("BACKGROUND", "OBJECTIVE", "METHODS", "RESULTS", "CONCLUSIONS")
# What stands outside ASCII, by how often.
FOREIGN = (
    "the reader’s copy", "the years 1998–2014", "a “fair” copy", "an α-helix", "the café",
    "β = 0.41", "5 µg", "Δ and σ", "“so far”", "a naïve reading", "± 3", "🧬",
)


class Prose:
    """Sentences are made once, and records put together from them."""

    def __init__(self, seed):
        # Only random() is drawn from: its sequence for a seed is the same in every version of Python.
        self.draw = random.Random(seed).random
        self.sentences = [self.decorated(self.sentence()) for _ in range(20_000)]
        self.questions = [self.question() for _ in range(5_000)]

    def one(self, words):
        return words[int(self.draw() * len(words))]

    def between(self, low, high):
        return low + int(self.draw() * (high - low + 1))

    def some(self, words, low, high):
        return " ".join(self.one(words) for _ in range(self.between(low, high)))

    def sentence(self):
        clauses = [self.clause() for _ in range(self.between(1, 4))]
        text = self.one((", and ", ", but ", "; ", ", while ")).join(clauses)
        return text[0].upper() + text[1:] + "."

    def clause(self):
        words = ["the", self.one(ADJECTIVES), self.one(NOUNS)]
        if self.draw() < 0.3:
            words.append(self.one(ADVERBS))
        words += [self.one(VERBS), self.term()]
        if self.draw() < 0.6:
            words += [self.one(PREPOSITIONS), self.one(ADJECTIVES), self.one(NOUNS)]
        if self.draw() < 0.4:
            words.append(self.figure())
        return " ".join(words)

    def term(self):
        """A coined name, so that the text compresses about as real text does."""
        name = "".join(self.one(SYLLABLES) for _ in range(self.between(2, 5)))
        return f"{name}-{self.between(1, 99)}" if self.draw() < 0.2 else name

    def figure(self):
        number = self.between(2, 998)
        return self.one((f"({number / 10} %)", f"(n = {number})", f"(p = 0.{number:03})", f"in {number} cases"))

    def decorated(self, sentence):
        chance = self.draw()
        if chance < 0.060:
            words = sentence.split(" ")
            index = int(self.draw() * len(words))
            words[index] = f'"{words[index]}"'
            return " ".join(words)
        if chance < 0.065:
            return "C:\\path\\" + sentence
        if chance < 0.070:
            return "\t" + sentence
        if chance < 0.203:
            return f"{sentence[:-1]} {self.one(PREPOSITIONS)} {self.one(FOREIGN)}."
        return sentence

    def question(self):
        return f"Does the {self.one(ADJECTIVES)} {self.one(NOUNS)} of {self.some(NOUNS, 1, 3)} change {self.one(NOUNS)}?"

    def paragraph(self, low, high):
        return " ".join(self.one(self.sentences) for _ in range(self.between(low, high)))

    def record(self):
        first = self.between(0, 3)
        labels = LABELS[first : first + self.between(2, 5)] or LABELS
        context = "\n".join(f"{label}: {self.paragraph(1, 6)}" for label in labels)
        prompt = f"Question: {self.one(self.questions)}\n\nContext:\n{context}\n\nAnswer yes, no or maybe, and explain."
        answer = self.one(("yes", "no", "maybe"))
        if self.draw() < 0.85:
            answer += self.one((". ", "\n\n", ".\n")) + self.paragraph(1, 4)
        return prompt, answer
