import polars

STRING = polars.String


def counted(frame, texts):
    lengths = [text.str.len_bytes() for text in texts]
    total = polars.sum_horizontal(length.sum() for length in lengths)
    longest = polars.max_horizontal(length.max() for length in lengths)
    return frame.select(polars.len(), total.alias("bytes"), longest.alias("longest")).collect(engine="streaming").row(0)


def csv(file, threads):
    frame = polars.scan_csv(file, infer_schema=False)
    return counted(frame, [polars.col(name) for name in frame.collect_schema().names()])


def pairs(file, threads):
    schema = {"prompt": STRING, "answer": STRING}
    return counted(polars.scan_ndjson(file, schema=schema), [polars.col(name) for name in schema])


def chat(file, threads):
    message = polars.Struct({"role": STRING, "content": STRING})
    frame = polars.scan_ndjson(file, schema={"messages": polars.List(message)})
    messages = polars.col("messages").explode()
    return counted(frame, [messages.struct.field("role"), messages.struct.field("content")])
