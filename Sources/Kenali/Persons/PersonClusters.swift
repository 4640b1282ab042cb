import KenaliLexicon
import KenaliText

/// Groups mentions of persons by whom they speak of.
///
/// Persons are one when the words of one name are found, in order, among the words of another, or when one is the nickname
/// of the other ("Eddy Hiariej", "Edward Omar Sharif Hiariej"; Gus Dur, Abdurrahman Wahid by the lists). A single word goes
/// to the person of that name mentioned last before it, or first after it, unless honorifics tell another sex ("Bu Wirawan").
/// A name in brackets right behind another, or introduced by "alias" or "akrab disapa", is its alias. A short name that
/// nobody has may be the beginning of somebody's: "Adit", Adityawarman Adil.
///
/// It is kept from document to document for its room.
struct PersonClusters: Sendable {
    /// What is being read; nothing between documents.
    private var items: [Linker.Item] = []
    private var words = NameWords()
    /// The clusters, and behind them those of documents before whose room is free.
    private var clusters: [Cluster] = []
    private var count = 0
    /// The names of the clusters as linked lists.
    private var names: [Name] = []
    /// The cluster of each mention; -1 for one that has none yet.
    private var clusterOf: [Int32] = []
    /// The clusters that have a word in their names, as linked lists: the latest comes first.
    private var firstByWord = KeyTable()
    private var namesakes: [(cluster: Int32, next: Int32)] = []

    /// A person while mentions are gathered.
    private struct Cluster {
        /// The first of its distinct names; -1 before there is one.
        var firstName: Int32 = -1
        /// Its mentions by full names and aliases, in order, then those by a single word, in order.
        var items: [Int] = []
        /// How many of the items are by full names.
        var fullCount = 0
        /// What the honorifics and given names of its mentions say.
        var sex: PublicPerson.Sex?
    }

    /// A name of an item: its own, or the one that the lists know.
    private struct Name {
        var words: NameWords.Number
        var item: Int32
        var isKnown: Bool
        /// The next name of the cluster; -1 behind the last.
        var next: Int32
    }

    /// What "Eddy Hiariej" and "Edward Omar Sharif Hiariej" have in common: how they start, and the last word. "Andi Amran
    /// Sulaiman" and "Andi Sudirman Sulaiman", whose first words are the same, are two, and so are "Raline Shah" and "Rahmat
    /// Shah", of whom neither is called by the beginning of the other's name.
    private func areNicknames(_ item: Linker.Item, _ other: Linker.Item) -> Bool {
        let (words, others) = (words[item.words], words[other.words])
        guard words.count > 1, others.count > 1, words[words.count - 1] == others[others.count - 1],
            words[0] != others[0]
        else { return false }
        let (start, otherStart) = (Self.start(of: item), Self.start(of: other))
        return otherStart.hasPrefix(Self.stem(start)) || start.hasPrefix(Self.stem(otherStart))
    }

    /// The first word in small letters.
    private static func start(of item: Linker.Item) -> String { item.name.prefix { $0 != " " }.lowercased() }

    /// The word without what makes it a pet name: "ed" of "Eddy", "Edi" and "Eddie".
    private static func stem(_ start: String) -> Substring {
        var stem = start[...]
        for ending in ["ie", "y", "i"] where stem.count > 2 && stem.hasSuffix(ending) {
            stem = stem.dropLast(ending.count)
            break
        }
        if stem.count > 2, let end = stem.last, stem.dropLast().last == end { stem = stem.dropLast() }
        return stem
    }

    /// How many of the persons that share a word are looked at, the latest first: keeps the work linear in any text.
    private static let mostNamesakes = 32

    /// Groups those of the items that are persons, in place of those of the document before.
    ///
    /// - Complexity: O(*n*), *n* the number of persons.
    mutating func read(_ items: [Linker.Item], _ words: NameWords) {
        (self.items, self.words) = (items, words)
        defer { (self.items, self.words) = ([], NameWords()) }
        count = 0
        names.removeAll(keepingCapacity: true)
        firstByWord.removeAll()
        namesakes.removeAll(keepingCapacity: true)
        clusterOf.removeAll(keepingCapacity: true)
        clusterOf.append(contentsOf: repeatElement(-1, count: (items.last?.mention ?? -1) + 1))
        // The mentions that others are introduced as aliases of.
        var named: Set<Int> = []
        for item in items { if let alias = item.aliasOf { named.insert(alias) } }
        // Names that say enough by themselves come first, so that short ones find them wherever they stand.
        for index in items.indices
        where items[index].kind == .person
            && (items[index].wordCount > 1 || items[index].aliasOf != nil
                || !named.isEmpty && named.contains(items[index].mention))
        {
            let cluster = clusterOfFullName(index) ?? newCluster()
            add(index, to: cluster)
            clusters[cluster].fullCount += 1
        }
        for index in items.indices where items[index].kind == .person && clusterOf[items[index].mention] < 0 {
            add(index, to: clusterOfShortName(index) ?? newCluster())
        }
    }

    /// Groups of indices into the items, each in the order of the text.
    var groups: [[Int]] {
        clusters[..<count].map { $0.items.count > max(1, $0.fullCount) ? $0.items.sorted() : $0.items }
    }

    private mutating func newCluster() -> Int {
        if count == clusters.count {
            clusters.append(Cluster())
        } else {
            clusters[count].firstName = -1
            clusters[count].items.removeAll(keepingCapacity: true)
            clusters[count].fullCount = 0
            clusters[count].sex = nil
        }
        count += 1
        return count - 1
    }

    private mutating func add(_ index: Int, to cluster: Int) {
        addName(items[index].words, of: index, isKnown: false, to: cluster)
        if items[index].knownWords >= 0 { addName(items[index].knownWords, of: index, isKnown: true, to: cluster) }
        if clusters[cluster].sex == nil { clusters[cluster].sex = items[index].sex }
        clusters[cluster].items.append(index)
        clusterOf[items[index].mention] = Int32(cluster)
    }

    private mutating func addName(_ name: NameWords.Number, of item: Int, isKnown: Bool, to cluster: Int) {
        if hasName(cluster, where: { $0.words == name }) { return }
        let next = clusters[cluster].firstName
        clusters[cluster].firstName = Int32(names.count)
        names.append(Name(words: name, item: Int32(item), isKnown: isKnown, next: next))
        for place in words[name].indices {
            let word = words[name][place]
            let first = firstByWord[word] ?? -1
            if first >= 0, namesakes[first].cluster == cluster { continue }
            firstByWord[word] = namesakes.count
            namesakes.append((Int32(cluster), Int32(first)))
        }
    }

    /// Whether one of the names of a cluster is right.
    private func hasName(_ cluster: Int, where isRight: (Name) -> Bool) -> Bool {
        var next = clusters[cluster].firstName
        while next >= 0 {
            let name = names[Int(next)]
            if isRight(name) { return true }
            next = name.next
        }
        return false
    }

    /// The latest of the persons whose names hold a word that is right.
    private func namesake(_ word: UInt64, where isRight: (Int) -> Bool) -> Int? {
        var next = firstByWord[word] ?? -1
        var looks = 0
        while next >= 0, looks < Self.mostNamesakes {
            let cluster = Int(namesakes[next].cluster)
            if isRight(cluster) { return cluster }
            next = Int(namesakes[next].next)
            looks += 1
        }
        return nil
    }

    private func clusterOfFullName(_ index: Int) -> Int? {
        let (name, known, sex) = (items[index].words, items[index].knownWords, items[index].sex)
        let (words, knownWords) = (self.words[name], self.words[known])
        // "Musk disebut Trump berada di masa kelam": the surname of somebody whom everybody knows is nobody's alias. A nickname
        // is, whoever else has it.
        let isSurname = words.count == 1 && knownWords.count > 1 && words[0] == knownWords[knownWords.count - 1]
        if let alias = items[index].aliasOf, clusterOf[alias] >= 0 {
            let cluster = Int(clusterOf[alias])
            if !isSurname || agrees(known, cluster) { return cluster }
        }
        if let cluster = clusterHolding(name, sex) ?? clusterHolding(known, sex) { return cluster }
        guard words.count > 1 else { return nil }
        return namesake(words[words.count - 1]) { cluster in
            hasName(cluster) { !$0.isKnown && areNicknames(items[index], items[Int($0.item)]) }
        }
    }

    /// Whether a person has a name that the full name of a nickname's bearer holds, or the reverse.
    private func agrees(_ known: NameWords.Number, _ cluster: Int) -> Bool {
        hasName(cluster) { contains($0.words, known) || contains(known, $0.words) }
    }

    /// The latest person one of whose names of several words, or of one if `singleNames`, holds these, or the reverse.
    private func clusterHolding(
        _ name: NameWords.Number, _ sex: PublicPerson.Sex?, singleNames: Bool = false
    ) -> Int? {
        for place in words[name].indices {
            let known = namesake(words[name][place]) { cluster in
                hasName(cluster) {
                    $0.words == name
                        || (singleNames || words[$0.words].count > 1)
                            && (contains($0.words, name) || contains(name, $0.words))
                } && !Self.areDifferent(clusters[cluster].sex, sex)
            }
            if let known { return known }
        }
        return nil
    }

    private func clusterOfShortName(_ index: Int) -> Int? {
        let sex = items[index].sex
        if let cluster = clusterHolding(items[index].knownWords, sex, singleNames: true) { return cluster }
        let words = words[items[index].words]
        guard !words.isEmpty else { return nil }
        let word = words[0]
        var best: (cluster: Int, rank: (Int, Int))?
        _ = namesake(word) { cluster in
            guard !Self.areDifferent(clusters[cluster].sex, sex) else { return false }
            let rank = rank(cluster, word, index)
            // Of equals the latest one.
            if best.map({ rank > $0.rank }) ?? true { best = (cluster, rank) }
            return false
        }
        return best?.cluster ?? clusterBegun(by: index)
    }

    /// "Adit" is Adityawarman Adil, where nobody else's name begins so and the text does not say who Adit is.
    private func clusterBegun(by index: Int) -> Int? {
        guard items[index].wordCount == 1, items[index].role == nil,
            items[index].introduction == PersonIntroduction(), items[index].name.utf8.count >= Self.leastLetters
        else { return nil }
        var found: Int?
        for cluster in (0..<count).suffix(Self.mostNamesakes)
        where !Self.areDifferent(clusters[cluster].sex, items[index].sex) {
            guard let first = clusters[cluster].items.first,
                Self.begins(items[first].name.utf8Span.span, with: items[index].name.utf8Span.span)
            else { continue }
            if found != nil { return nil }
            found = cluster
        }
        return found
    }

    /// The fewest letters of a word's beginning that a person is called by.
    private static let leastLetters = 4

    /// Whether the first or the second word of a name begins with another, and has two letters more at least.
    private static func begins(_ name: Span<UInt8>, with short: Span<UInt8>) -> Bool {
        var start = 0
        for _ in 0..<2 {
            var end = start
            while end < name.count, name[end] != UInt8(ascii: " ") { end += 1 }
            if end - start >= short.count + 2, short.indices.allSatisfy({ name[start + $0] == short[$0] }) {
                return true
            }
            start = end + 1
            if start >= name.count { return false }
        }
        return false
    }

    private static func areDifferent(_ one: PublicPerson.Sex?, _ other: PublicPerson.Sex?) -> Bool {
        guard let one, let other else { return false }
        return one != other
    }

    /// How well a name of one word goes with a person: a first name more than a last one ("Prabowo" is Prabowo Subianto, not
    /// Listyo Sigit Prabowo), then the person mentioned shortly before it more than one mentioned only later on.
    private func rank(_ cluster: Int, _ word: UInt64, _ index: Int) -> (Int, Int) {
        let isFirst = hasName(cluster) { words[$0.words].count > 0 && words[$0.words][0] == word }
        return (isFirst ? 1 : 0, nearness(clusters[cluster], index))
    }

    /// Higher for a cluster mentioned shortly before, lower for one mentioned only later on.
    private func nearness(_ cluster: Cluster, _ index: Int) -> Int {
        let full = cluster.items[..<cluster.fullCount]
        // The full names are in order: the last one before the place is found by halving.
        let low = full.indices.partitionPoint { full[$0] < index }
        var before = low > full.startIndex ? full[low - 1] : -1
        if cluster.items.count > cluster.fullCount, let last = cluster.items.last { before = max(before, last) }
        return before >= 0 ? before : -(cluster.items.first ?? .max)
    }

    /// Whether the words of one name occur in the other, in order.
    private func contains(_ long: NameWords.Number, _ short: NameWords.Number) -> Bool {
        let (long, short) = (words[long], words[short])
        guard !short.isEmpty else { return false }
        var found = 0
        for place in long.indices where found < short.count && long[place] == short[found] { found += 1 }
        return found == short.count
    }
}
