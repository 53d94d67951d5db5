# What differs from run to run in what is printed about the sandbox: times, and the ports it listens on.
s/[0-9]\{4\}-[0-9][0-9]-[0-9][0-9]T[0-9:]\{8\}\(\.[0-9]*\)\{0,1\}Z/TIME/g
s/127\.0\.0\.1:[0-9][0-9]*/127.0.0.1:PORT/g
