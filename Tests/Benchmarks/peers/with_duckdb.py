import duckdb

from peers.header import header


def asked(threads, query, file):
    return duckdb.connect(config={"threads": threads}).execute(query, [file]).fetchone()


def table(file, threads, parallel):
    names = header(file)
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    lengths = ", ".join(f"strlen({name})" for name in names)
    total = lengths.replace(", ", " + ")
    # The dialect is given: finding it would read a compressed file twice.
    query = f"""select count(*), sum({total}), max(greatest({lengths})) from read_csv(?, auto_detect=false, header=true,
        delim=',', quote='"', escape='"', columns={{{columns}}}, parallel={parallel})"""
    return asked(threads, query, file)


def csv(file, threads):
    return table(file, threads, "true")


def csv_sequential(file, threads):
    return table(file, threads, "false")


def pairs(file, threads):
    query = """select count(*), sum(strlen(prompt) + strlen(answer)), max(greatest(strlen(prompt), strlen(answer)))
        from read_json(?, format='newline_delimited', columns={prompt: 'VARCHAR', answer: 'VARCHAR'})"""
    return asked(threads, query, file)


def chat(file, threads):
    query = """select count(*),
        sum(list_sum(list_transform(messages, lambda m: strlen(m.role) + strlen(m.content)))),
        max(list_max(list_transform(messages, lambda m: greatest(strlen(m.role), strlen(m.content)))))
        from read_json(?, format='newline_delimited', columns={messages: 'STRUCT(role VARCHAR, content VARCHAR)[]'})"""
    return asked(threads, query, file)
