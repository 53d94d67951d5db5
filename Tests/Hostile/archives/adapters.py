"""A small adapter that every check of a model has to pass, made of nothing but the formats' own rules."""

import json
import random
import struct


def tensor(chance, name, *shape):
    """A tensor of half floats between 1 and 2."""
    count = 1
    for size in shape:
        count *= size
    values = (0x3C00 | byte for byte in chance.randbytes(count))
    return name, "F16", list(shape), struct.pack(f"<{count}H", *values)


def safetensors(tensors):
    described, body = {"__metadata__": {"format": "pt"}}, b""
    for name, kind, shape, data in tensors:
        described[name] = {"dtype": kind, "shape": shape, "data_offsets": [len(body), len(body) + len(data)]}
        body += data
    text = json.dumps(described).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + body


def adapter():
    """The files of an adapter, by name."""
    chance = random.Random("adapter")
    tensors = []
    for module in ("k_proj", "v_proj"):
        under = f"base_model.model.model.layers.0.self_attn.{module}"
        tensors += [tensor(chance, f"{under}.lora_A.weight", 4, 32), tensor(chance, f"{under}.lora_B.weight", 16, 4)]
    config = {
        "base_model_name_or_path": "Qwen/Qwen2.5-7B-Instruct", "bias": "none", "fan_in_fan_out": False,
        "inference_mode": True, "lora_alpha": 8, "lora_dropout": 0.0, "peft_type": "LORA", "r": 4,
        "target_modules": ["k_proj", "v_proj"], "task_type": "CAUSAL_LM",
    }  # fmt: skip
    return {
        "adapter_config.json": json.dumps(config, indent=2).encode(),
        "adapter_model.safetensors": safetensors(tensors),
    }
