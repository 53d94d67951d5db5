"""Writes a Llama model of normally distributed bf16 weights, from a seed, in four safetensors files."""

import json
import math

import numpy

SEED = 20261121
SHARDS = 4
VOCABULARY, HIDDEN, INNER, HEADS, KEY_VALUE_HEADS = 4_096, 1_024, 2_816, 16, 4
KEYS = HIDDEN * KEY_VALUE_HEADS // HEADS
# What Llama's weights are drawn with before training.
DEVIATION = 0.02
MODULES = {
    "input_layernorm": (HIDDEN,),
    "self_attn.q_proj": (HIDDEN, HIDDEN),
    "self_attn.k_proj": (KEYS, HIDDEN),
    "self_attn.v_proj": (KEYS, HIDDEN),
    "self_attn.o_proj": (HIDDEN, HIDDEN),
    "post_attention_layernorm": (HIDDEN,),
    "mlp.gate_proj": (INNER, HIDDEN),
    "mlp.up_proj": (INNER, HIDDEN),
    "mlp.down_proj": (HIDDEN, INNER),
}
LAYER_SIZE = 2 * sum(map(math.prod, MODULES.values()))


def shards(layers):
    """The tensors of each file, by name, with their shapes."""
    found = [{} for _ in range(SHARDS)]
    found[0]["model.embed_tokens.weight"] = (VOCABULARY, HIDDEN)
    for layer in range(layers):
        for module, shape in MODULES.items():
            found[layer * SHARDS // layers][f"model.layers.{layer}.{module}.weight"] = shape
    found[-1]["model.norm.weight"] = (HIDDEN,)
    return found


def header(tensors):
    entries, offset = {"__metadata__": {"format": "pt"}}, 0
    for name, shape in tensors.items():
        end = offset + 2 * math.prod(shape)
        entries[name] = {"dtype": "BF16", "shape": shape, "data_offsets": (offset, end)}
        offset = end
    text = json.dumps(entries).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text


def numbers(draw, count):
    """The upper halves of floats, rounded."""
    floats = draw.standard_normal(count, dtype=numpy.float32) * numpy.float32(DEVIATION)
    return ((floats.view(numpy.uint32) + 0x8000) >> 16).astype("<u2").tobytes()


def settings(layers):
    return {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "hidden_size": HIDDEN,
        "intermediate_size": INNER,
        "num_attention_heads": HEADS,
        "num_key_value_heads": KEY_VALUE_HEADS,
        "num_hidden_layers": layers,
        "vocab_size": VOCABULARY,
        "tie_word_embeddings": True,
        "torch_dtype": "bfloat16",
    }


def write(folder, size):
    """Writes a complete model of at least so many bytes, or of four layers."""
    layers = max(SHARDS, math.ceil((size - 2 * VOCABULARY * HIDDEN) / LAYER_SIZE))
    draw, places, total = numpy.random.default_rng(SEED), {}, 0
    for index, tensors in enumerate(shards(layers), 1):
        name = f"model-{index:05}-of-{SHARDS:05}.safetensors"
        with open(folder / name, "wb") as file:
            file.write(header(tensors))
            for tensor, shape in tensors.items():
                total += file.write(numbers(draw, math.prod(shape)))
                places[tensor] = name
    texts = {
        "model.safetensors.index.json": {"metadata": {"total_size": total}, "weight_map": places},
        "config.json": settings(layers),
        "tokenizer.json": {"version": "1.0", "model": {"type": "BPE", "vocab": {}, "merges": []}},
    }
    for name, text in texts.items():
        (folder / name).write_text(json.dumps(text, indent=1) + "\n")
