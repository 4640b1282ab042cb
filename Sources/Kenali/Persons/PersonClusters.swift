/// Groups mentions of persons by whom they speak of.
///
/// Persons are one when the words of one name are found, in order, among the words of another, or when one is the nickname
/// of the other ("Eddy Hiariej", "Edward Omar Sharif Hiariej"; Gus Dur, Abdurrahman Wahid by the lists). A single word goes
/// to the person of that name mentioned last before it, or first after it, unless honorifics tell another sex ("Bu Wirawan").
/// A name in brackets right behind another, or introduced by "alias" or "akrab disapa", is its alias.
struct PersonClusters {
    private let items: [Linker.Item]
    private var clusters: [Cluster] = []
    private var clusterOf: [Int: Int] = [:]
    private var byWord: [UInt64: [Int]] = [:]

    /// A person while mentions are gathered.
    private struct Cluster {
        /// Its distinct names.
        var names: [[UInt64]] = []
        /// Its mentions by full names and aliases, in order, then those by a single word, in order.
        var items: [Int] = []
        /// How many of the items are by full names.
        var fullCount = 0
        /// The first two letters of its names of several words, with the first and the last word.
        var nicknames: [Nickname] = []
        /// What the honorifics and given names of its mentions say.
        var sex: Sex?
    }

    /// What "Eddy Hiariej" and "Edward Omar Sharif Hiariej" have in common: how they start, and the last word. "Andi Amran
    /// Sulaiman" and "Andi Sudirman Sulaiman", whose first words are the same, are two, and so are "Raline Shah" and "Rahmat
    /// Shah", of whom neither is called by the beginning of the other's name.
    private struct Nickname {
        /// The first word in small letters.
        var start: String
        var first: UInt64
        var last: UInt64

        /// Nil for names of one word.
        init?(_ item: Linker.Item) {
            guard item.words.count > 1, let first = item.words.first, let last = item.words.last else { return nil }
            start = item.name.prefix { $0 != " " }.lowercased()
            self.first = first
            self.last = last
        }

        func mayName(_ other: Nickname) -> Bool {
            last == other.last && first != other.first
                && (other.start.hasPrefix(stem) || start.hasPrefix(other.stem))
        }

        /// The word without what makes it a pet name: "ed" of "Eddy", "Edi" and "Eddie".
        private var stem: Substring {
            var stem = start[...]
            for ending in ["ie", "y", "i"] where stem.count > 2 && stem.hasSuffix(ending) {
                stem = stem.dropLast(ending.count)
                break
            }
            if stem.count > 2, let end = stem.last, stem.dropLast().last == end { stem = stem.dropLast() }
            return stem
        }
    }

    /// How many of the persons that share a word are looked at, the latest first: keeps the work linear in any text.
    private static let mostNamesakes = 32

    /// Groups those of the items that are persons.
    ///
    /// - Complexity: O(*n*), *n* the number of persons.
    init(_ items: [Linker.Item], _ persons: [Int]) {
        self.items = items
        let named = Set(persons.compactMap { items[$0].aliasOf })
        // Names that say enough by themselves come first, so that short ones find them wherever they stand.
        for index in persons
        where items[index].words.count > 1 || items[index].aliasOf != nil || named.contains(items[index].mention) {
            let cluster = clusterOfFullName(items[index]) ?? newCluster()
            add(index, to: cluster)
            clusters[cluster].fullCount += 1
        }
        for index in persons where clusterOf[items[index].mention] == nil {
            add(index, to: clusterOfShortName(index) ?? newCluster())
        }
    }

    /// Groups of indices into the items, each in the order of the text.
    var groups: [[Int]] { clusters.map { $0.items.sorted() } }

    private mutating func newCluster() -> Int {
        clusters.append(Cluster())
        return clusters.count - 1
    }

    private mutating func add(_ index: Int, to cluster: Int) {
        let item = items[index]
        addName(item.words, to: cluster, Nickname(item))
        if !item.knownWords.isEmpty { addName(item.knownWords, to: cluster, nil) }
        if clusters[cluster].sex == nil { clusters[cluster].sex = item.sex }
        clusters[cluster].items.append(index)
        clusterOf[item.mention] = cluster
    }

    private mutating func addName(_ words: [UInt64], to cluster: Int, _ nickname: Nickname?) {
        guard !clusters[cluster].names.contains(words) else { return }
        clusters[cluster].names.append(words)
        if let nickname { clusters[cluster].nicknames.append(nickname) }
        for word in words where byWord[word]?.last != cluster { byWord[word, default: []].append(cluster) }
    }

    /// The persons whose names hold a word, the latest first.
    private func namesakes(_ word: UInt64) -> ReversedCollection<ArraySlice<Int>> {
        (byWord[word] ?? []).suffix(Self.mostNamesakes).reversed()
    }

    private func clusterOfFullName(_ item: Linker.Item) -> Int? {
        // "Musk disebut Trump berada di masa kelam": the surname of somebody whom everybody knows is nobody's alias. A nickname
        // is, whoever else has it.
        let isSurname = item.words.count == 1 && item.knownWords.count > 1 && item.words.last == item.knownWords.last
        if let cluster = item.aliasOf.flatMap({ clusterOf[$0] }), !isSurname || agrees(item, cluster) {
            return cluster
        }
        if let cluster = clusterHolding(item.words, item.sex) ?? clusterHolding(item.knownWords, item.sex) {
            return cluster
        }
        guard let nickname = Nickname(item) else { return nil }
        return namesakes(nickname.last).first { clusters[$0].nicknames.contains(where: nickname.mayName) }
    }

    /// Whether a person has a name that the full name of a nickname's bearer holds, or the reverse.
    private func agrees(_ item: Linker.Item, _ cluster: Int) -> Bool {
        clusters[cluster].names.contains { name in
            Self.contains(name, item.knownWords) || Self.contains(item.knownWords, name)
        }
    }

    /// The latest person one of whose names of several words, or of one if `singleNames`, holds these, or the reverse.
    private func clusterHolding(_ words: [UInt64], _ sex: Sex?, singleNames: Bool = false) -> Int? {
        for word in words {
            let known = namesakes(word).first { cluster in
                clusters[cluster].names.contains {
                    $0 == words
                        || ($0.count > 1 || singleNames) && (Self.contains($0, words) || Self.contains(words, $0))
                } && !Self.areDifferent(clusters[cluster].sex, sex)
            }
            if let known { return known }
        }
        return nil
    }

    private func clusterOfShortName(_ index: Int) -> Int? {
        let item = items[index]
        if let cluster = clusterHolding(item.knownWords, item.sex, singleNames: true) { return cluster }
        guard let word = item.words.first else { return nil }
        return namesakes(word).filter { !Self.areDifferent(clusters[$0].sex, item.sex) }
            .max { rank(clusters[$0], word, index) < rank(clusters[$1], word, index) }
    }

    private static func areDifferent(_ one: Sex?, _ other: Sex?) -> Bool {
        guard let one, let other else { return false }
        return one != other
    }

    /// How well a name of one word goes with a person: a first name more than a last one ("Prabowo" is Prabowo Subianto, not
    /// Listyo Sigit Prabowo), then the person mentioned shortly before it more than one mentioned only later on.
    private func rank(_ cluster: Cluster, _ word: UInt64, _ index: Int) -> (Int, Int) {
        let isFirst = cluster.names.contains { $0.first == word }
        return (isFirst ? 1 : 0, nearness(cluster, index))
    }

    /// Higher for a cluster mentioned shortly before, lower for one mentioned only later on.
    private func nearness(_ cluster: Cluster, _ index: Int) -> Int {
        let full = cluster.items[..<cluster.fullCount]
        // The full names are in order: the last one before the place is found by halving.
        var low = full.startIndex
        var high = full.endIndex
        while low < high {
            let middle = (low + high) / 2
            if full[middle] < index { low = middle + 1 } else { high = middle }
        }
        var before = low > full.startIndex ? full[low - 1] : -1
        if cluster.items.count > cluster.fullCount, let last = cluster.items.last { before = max(before, last) }
        return before >= 0 ? before : -(cluster.items.first ?? .max)
    }

    /// Whether the words of `short` occur in `long`, in order.
    private static func contains(_ long: [UInt64], _ short: [UInt64]) -> Bool {
        guard !short.isEmpty else { return false }
        var rest = short[...]
        for word in long where word == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}
