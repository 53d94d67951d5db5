import pyarrow
import pyarrow.compute
import pyarrow.csv
import pyarrow.json

from peers.header import header

BLOCK = 4 << 20
STRING = pyarrow.string()
PAIR = pyarrow.schema([("prompt", STRING), ("answer", STRING)])
MESSAGE = pyarrow.struct([("role", STRING), ("content", STRING)])
CHAT = pyarrow.schema([("messages", pyarrow.list_(MESSAGE))])


def counted(batches, texts):
    records = size = longest = 0
    for batch in batches:
        records += batch.num_rows
        for column in texts(batch):
            lengths = pyarrow.compute.binary_length(column)
            size += pyarrow.compute.sum(lengths).as_py() or 0
            longest = max(longest, pyarrow.compute.max(lengths).as_py() or 0)
    return records, size, longest


def columns(batch):
    return batch.columns


def contents(batch):
    messages = pyarrow.compute.list_flatten(batch.column("messages"))
    return [pyarrow.compute.struct_field(messages, name) for name in ("role", "content")]


def is_threaded(threads):
    pyarrow.set_cpu_count(threads)
    pyarrow.set_io_thread_count(threads)
    return threads > 1


def csv_options(file, threads):
    reading = pyarrow.csv.ReadOptions(block_size=BLOCK, use_threads=is_threaded(threads))
    parsing = pyarrow.csv.ParseOptions(newlines_in_values=True)
    converting = pyarrow.csv.ConvertOptions(column_types={name: STRING for name in header(file)})
    return reading, parsing, converting


def csv(file, threads):
    return counted(pyarrow.csv.open_csv(file, *csv_options(file, threads)), columns)


def csv_whole(file, threads):
    return counted([pyarrow.csv.read_csv(file, *csv_options(file, threads))], columns)


def json_options(threads, schema):
    reading = pyarrow.json.ReadOptions(block_size=BLOCK, use_threads=is_threaded(threads))
    return reading, pyarrow.json.ParseOptions(explicit_schema=schema)


def pairs(file, threads):
    return counted(pyarrow.json.open_json(file, *json_options(threads, PAIR)), columns)


def pairs_whole(file, threads):
    return counted([pyarrow.json.read_json(file, *json_options(threads, PAIR))], columns)


def chat(file, threads):
    return counted(pyarrow.json.open_json(file, *json_options(threads, CHAT)), contents)


def chat_whole(file, threads):
    return counted([pyarrow.json.read_json(file, *json_options(threads, CHAT))], contents)
