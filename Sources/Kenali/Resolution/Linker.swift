/// Groups mentions by what they speak of.
///
/// Persons are one when the words of one name are found, in order, among the words of another; a single word goes to
/// the person of that name mentioned last before it, or first after it. A name in brackets right behind another, or
/// introduced by "alias" or "akrab disapa", is its alias. Ministries are one by their canonical name and country, bodies and places by their name or its expansion.
struct Linker {
    private var entities: [Entity] = []

    /// A mention as the linker sees it.
    struct Item {
        var mention: Int
        /// The keys of the words of a person's name.
        var words: [UInt64]
        /// What its honorifics, or else its given names, say of the person's sex.
        var sex: Sex?
        /// Another mention that this one is introduced as an alias of.
        var aliasOf: Int?
        /// What names the thing, for kinds other than persons.
        var key: String
        /// How the mention names the thing: the bare name of persons, the canonical name of ministries.
        var name: String
        /// How it is written.
        var text: String
    }

    /// A person while mentions are gathered.
    private struct Cluster {
        /// Its distinct names.
        var names: [[UInt64]] = []
        /// Its mentions by full names and aliases, in order, then those by a single word, in order.
        var items: [Int] = []
        /// How many of the items are by full names.
        var fullCount = 0
        /// The first two letters of its names of several words, with the last word.
        var nicknames: [Nickname] = []
        /// What the honorifics and given names of its mentions say.
        var sex: Sex?
    }

    /// What "Eddy Hiariej" and "Edward Omar Sharif Hiariej" have in common: how they start, and the last word. "Andi Amran
    /// Sulaiman" and "Andi Sudirman Sulaiman", whose first words are the same, are two.
    private struct Nickname {
        var start: Substring
        var first: UInt64
        var last: UInt64

        /// Nil for names of one word.
        init?(_ item: Item) {
            guard item.words.count > 1, let first = item.words.first, let last = item.words.last else { return nil }
            start = item.name.prefix(2)
            self.first = first
            self.last = last
        }

        func mayName(_ other: Nickname) -> Bool { start == other.start && last == other.last && first != other.first }
    }

    /// How many of the persons that share a word are looked at, the latest first: keeps the work linear in any text.
    private static let mostNamesakes = 32

    /// Gives entities to the mentions of an extraction, items in the order of the text.
    static func link(_ extraction: inout Extraction, _ items: [Item]) {
        let persons = items.indices.filter { extraction.mentions[items[$0].mention].kind == .person }
        var groups = personGroups(items, persons)
        var byKey: [String: Int] = [:]
        for index in items.indices where extraction.mentions[items[index].mention].kind != .person {
            let key = "\(extraction.mentions[items[index].mention].kind.rawValue)\u{0}\(items[index].key)"
            if let group = byKey[key] {
                groups[group].append(index)
            } else {
                byKey[key] = groups.count
                groups.append([index])
            }
        }
        groups.sort { ($0.first ?? 0) < ($1.first ?? 0) }
        for group in groups {
            guard let entity = entity(of: group, items, extraction, id: extraction.entities.count) else { continue }
            for index in group { extraction.mentions[items[index].mention].entity = entity.id }
            extraction.entities.append(entity)
        }
    }

    private static func entity(of group: [Int], _ items: [Item], _ extraction: Extraction, id: Int) -> Entity? {
        guard let first = group.first else { return nil }
        let fullest = group.reduce(first) { best, index in
            items[index].words.count > items[best].words.count ? index : best
        }
        let name = items[fullest].name
        var aliases: [String] = []
        var roles: [String] = []
        var seen: Set<String> = []
        for index in group {
            let text = items[index].text
            if text != name, items[index].name != name || items[index].words.isEmpty, seen.insert(text).inserted {
                aliases.append(text)
            }
            if case .person(let person) = extraction.mentions[items[index].mention].detail, let role = person.role,
                seen.insert("\u{0}\(role)").inserted
            {
                roles.append(role)
            }
        }
        return Entity(
            id: id, kind: extraction.mentions[items[first].mention].kind, name: name, aliases: aliases, roles: roles,
            mentions: group.map { items[$0].mention })
    }

    /// Groups of indices into `items`, each in the order of the text.
    private static func personGroups(_ items: [Item], _ persons: [Int]) -> [[Int]] {
        var clusters: [Cluster] = []
        var clusterOf: [Int: Int] = [:]
        var byWord: [UInt64: [Int]] = [:]
        func namesakes(_ word: UInt64) -> ReversedCollection<ArraySlice<Int>> {
            (byWord[word] ?? []).suffix(mostNamesakes).reversed()
        }
        func add(_ index: Int, to cluster: Int) {
            let item = items[index]
            if !clusters[cluster].names.contains(item.words) {
                clusters[cluster].names.append(item.words)
                if let nickname = Nickname(item) { clusters[cluster].nicknames.append(nickname) }
                for word in item.words where byWord[word]?.last != cluster { byWord[word, default: []].append(cluster) }
            }
            if clusters[cluster].sex == nil { clusters[cluster].sex = item.sex }
            clusters[cluster].items.append(index)
            clusterOf[item.mention] = cluster
        }
        let named = Set(persons.compactMap { items[$0].aliasOf })
        // Names that say enough by themselves come first, so that short ones find them wherever they stand.
        for index in persons
        where items[index].words.count > 1 || items[index].aliasOf != nil || named.contains(items[index].mention) {
            let item = items[index]
            var known = item.aliasOf.flatMap { clusterOf[$0] }
            for word in item.words where known == nil {
                known = namesakes(word).first { cluster in
                    clusters[cluster].names.contains {
                        $0.count > 1 && (contains($0, item.words) || contains(item.words, $0))
                    } && !areDifferent(clusters[cluster].sex, item.sex)
                }
            }
            if known == nil, let nickname = Nickname(item) {
                known = namesakes(nickname.last).first { clusters[$0].nicknames.contains(where: nickname.mayName) }
            }
            if known == nil { clusters.append(Cluster()) }
            let cluster = known ?? clusters.count - 1
            add(index, to: cluster)
            clusters[cluster].fullCount += 1
        }
        for index in persons where clusterOf[items[index].mention] == nil {
            let nearest = items[index].words.first.flatMap { word in
                namesakes(word).filter { !areDifferent(clusters[$0].sex, items[index].sex) }
                    .max { rank(clusters[$0], word, index) < rank(clusters[$1], word, index) }
            }
            if nearest == nil { clusters.append(Cluster()) }
            add(index, to: nearest ?? clusters.count - 1)
        }
        return clusters.map { $0.items.sorted() }
    }

    private static func areDifferent(_ one: Sex?, _ other: Sex?) -> Bool {
        guard let one, let other else { return false }
        return one != other
    }

    /// How well a name of one word goes with a person: a first name more than a last one ("Prabowo" is Prabowo Subianto, not
    /// Listyo Sigit Prabowo), then the person mentioned shortly before it more than one mentioned only later on.
    private static func rank(_ cluster: Cluster, _ word: UInt64, _ index: Int) -> (Int, Int) {
        let isFirst = cluster.names.contains { $0.first == word }
        return (isFirst ? 1 : 0, nearness(cluster, index))
    }

    /// Higher for a cluster mentioned shortly before, lower for one mentioned only later on.
    private static func nearness(_ cluster: Cluster, _ index: Int) -> Int {
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
        var rest = short[...]
        for word in long where word == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}
