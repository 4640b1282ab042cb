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
        var words: [[UInt64]] = []
        var items: [Int] = []
    }

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
        for index in group {
            let text = items[index].text
            if text != name, items[index].name != name || items[index].words.isEmpty, !aliases.contains(text) {
                aliases.append(text)
            }
            if case .person(let person) = extraction.mentions[items[index].mention].detail, let role = person.role,
                !roles.contains(role)
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
        func add(_ index: Int, to cluster: Int) {
            for word in items[index].words where byWord[word]?.contains(cluster) != true {
                byWord[word, default: []].append(cluster)
            }
            clusters[cluster].words.append(items[index].words)
            clusters[cluster].items.append(index)
            clusterOf[items[index].mention] = cluster
        }
        let named = Set(persons.compactMap { items[$0].aliasOf })
        // Names that say enough by themselves come first, so that short ones find them wherever they stand.
        for index in persons
        where items[index].words.count > 1 || items[index].aliasOf != nil || named.contains(items[index].mention) {
            let known = items[index].aliasOf.flatMap { clusterOf[$0] }
            let words = items[index].words
            let same =
                known
                ?? words.lazy.flatMap { byWord[$0] ?? [] }.first { cluster in
                    clusters[cluster].words.contains { $0.count > 1 && (contains($0, words) || contains(words, $0)) }
                }
            let nicknamed =
                same
                ?? words.last.flatMap { byWord[$0] }?.first { cluster in
                    clusters[cluster].items.contains { isNickname(items[index], items[$0]) }
                }
            if nicknamed == nil { clusters.append(Cluster()) }
            add(index, to: nicknamed ?? clusters.count - 1)
        }
        for index in persons where clusterOf[items[index].mention] == nil {
            let known = items[index].words.first.flatMap { byWord[$0] } ?? []
            let nearest = known.max { left, right in
                rank(clusters[left], index) < rank(clusters[right], index)
            }
            if nearest == nil { clusters.append(Cluster()) }
            add(index, to: nearest ?? clusters.count - 1)
        }
        return clusters.map { $0.items.sorted() }
    }

    /// Whether two names of several words end alike and begin alike: "Eddy Hiariej" and "Edward Omar Sharif Hiariej".
    private static func isNickname(_ one: Item, _ other: Item) -> Bool {
        one.words.count > 1 && other.words.count > 1 && one.words.last == other.words.last
            && one.name.prefix(2) == other.name.prefix(2)
    }

    /// Higher for a cluster mentioned shortly before, lower for one mentioned only later on.
    private static func rank(_ cluster: Cluster, _ index: Int) -> Int {
        let before = cluster.items.filter { $0 < index }.max()
        if let before { return before }
        return -(cluster.items.min() ?? .max)
    }

    /// Whether the words of `short` occur in `long`, in order.
    private static func contains(_ long: [UInt64], _ short: [UInt64]) -> Bool {
        var rest = short[...]
        for word in long where word == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}
