/// How much a counter remembers beside its vocabulary's own tokens, which always have room.
struct CountBounds {
    /// Slots for texts of up to 15 bytes; a power of two.
    var shortPlaces = 1 << 21
    /// Places for longer texts; a power of two.
    var longPlaces = 1 << 19
    /// Bytes of longer texts.
    var longBytes = 16 << 20
}
