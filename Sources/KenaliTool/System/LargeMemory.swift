import CMalloc

/// How memory is asked for.
enum LargeMemory {
    /// The bytes from which on memory goes back to the system as soon as it is not needed.
    private static let threshold: Int32 = 1 << 20

    /// Lets what is large be given back at once: else nothing of a large document goes back before its end, a third more memory.
    /// Documents of the usual size ask for no such pieces.
    static func giveBackAtOnce() { cmalloc_give_back_from(threshold) }
}
