/// The end of a connection that a fault asked for.
struct ConnectionClosed: Error {}
