/// The kinds of mentions that an extractor reports, as a test that costs nothing for the built-in ones.
struct WantedKinds: Sendable {
    private let all: Set<MentionKind>
    /// A bit for each built-in kind.
    private let builtIn: UInt16

    init(_ kinds: Set<MentionKind>) {
        all = kinds
        builtIn = BuiltInKind.allCases.reduce(0) { kinds.contains(MentionKind($1)) ? $0 | 1 << $1.number : $0 }
    }

    func contains(_ kind: BuiltInKind) -> Bool { builtIn >> kind.number & 1 == 1 }
    func contains(_ kind: MentionKind) -> Bool { all.contains(kind) }
}
