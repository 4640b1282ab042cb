/// What an office is, however a text writes it: its words without what stands in brackets, short forms written out, as a set.
///
/// "Dirjen Rehabilitasi Sosial (Rehsos) Kemensos" holds "Direktur Jenderal Rehabilitasi Sosial".
struct IndexTitle: Sendable {
    /// The hashes of the words, in order, each once.
    private let words: [UInt64]

    /// How many words of an office tell it: "Kepala Dinas" is of many.
    private static let leastWords = 3
    /// What joins the words of an office and says nothing of it.
    private static let joints: Set<String> = ["dan", "di", "pada", "untuk", "yang", "ri"]

    init(_ title: String, _ forms: inout ShortForms) {
        var words: Set<UInt64> = []
        for word in IndexKey.words(title) {
            let bare = word.filter { $0.isLetter || $0.isNumber || $0 == "-" }
            let written = (forms.expansion(of: Substring(bare)) ?? bare).lowercased()
            for part in written.split(separator: " ") where !Self.joints.contains(String(part)) {
                words.insert(TextPool.hash(String(part)))
            }
        }
        self.words = words.sorted()
    }

    /// Whether all words of one are among those of the other, and enough of them.
    func mayBe(_ other: IndexTitle) -> Bool {
        let (short, long) = words.count <= other.words.count ? (words, other.words) : (other.words, words)
        guard short.count >= Self.leastWords else { return false }
        var rest = long[...]
        for word in short {
            rest = rest.drop { $0 < word }
            guard rest.first == word else { return false }
        }
        return true
    }
}
