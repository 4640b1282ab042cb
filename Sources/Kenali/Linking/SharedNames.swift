/// The words of persons' names in a large text, each name once, since it repeats them.
struct SharedNames {
    private let isUsed: Bool
    private var numbers = KeyTable()
    private var names: [[UInt64]] = []

    /// The most names that are shared, so that they have a bound.
    private static let most = 1 << 14

    init(isUsed: Bool) { self.isUsed = isUsed }

    /// The same words, which were there before; else these.
    mutating func shared(_ words: [UInt64]) -> [UInt64] {
        guard isUsed else { return words }
        let key = words.reduce(0) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 }
        if let number = numbers[key] { return names[number] == words ? names[number] : words }
        guard names.count < Self.most else { return words }
        numbers[key] = names.count
        names.append(words)
        return words
    }
}
