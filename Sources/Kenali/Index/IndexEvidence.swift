import KenaliLexicon
import KenaliText

/// What the corpus says for and against a short name being a person of a longer one.
///
/// Three things count, in bits: how many documents name the person, against all others who are called so; how much oftener the
/// person is named with the company that the short name has than company like that is named at all; and that the corpus
/// calls the person so in some document that has the full name, too. Company of which there is none in common tells nothing,
/// and without any nobody is joined, however famous.
struct IndexEvidence {
    private let store: IndexStore
    /// Persons by the words of their names, in the order of the words' numbers.
    private var words: [(word: UInt64, node: Int32)] = []
    /// The names of the persons of the registry that the corpus names.
    private var registryNames: [Int: [PersonName]] = [:]
    /// What roles say, however they are written, by the numbers of their texts.
    private var titles: [Int: IndexTitle] = [:]

    /// How many bits join, and how many the next must be behind.
    private static let leastScore = 3.0
    private static let leastLead = 2.0
    /// What all company together may count: it is named together, too.
    private static let mostOfCompany = 12.0
    /// What a second word of a name counts: fewer bear it.
    private static let ofAWord = 3.0
    /// Company that two short names without a longer one must have in common to be one person.
    static let leastWeightOfShortNames = 7.0
    /// How many persons of a word are compared, those whom most documents name.
    private static let mostNamesakes = 256

    init(_ store: IndexStore) {
        self.store = store
        var forms = ShortForms()
        for node in store.nodes.indices {
            for role in tellingRoles(of: node) where titles[role] == nil {
                titles[role] = IndexTitle(store.texts[role], &forms)
            }
        }
    }

    // MARK: - Names

    /// Takes the names of the persons that are asked for.
    mutating func collectNames(of isWanted: (Int) -> Bool) {
        let registry = PersonRegistry.builtIn
        for node in store.nodes.indices where isWanted(node) {
            if store.keys.starts(node, with: "=person:") {
                guard let person = registry[String(IndexKey.value(of: store.keys[node]))] else { continue }
                let names = ([person.name] + person.forms.map(\.text)).map { PersonName($0) }
                registryNames[node] = names
                for word in Set(names.flatMap(\.words)) { words.append((word, Int32(node))) }
            } else if store.keys.starts(node, with: "person:") {
                for word in Set(PersonName(IndexKey.value(of: store.keys[node])).words) {
                    words.append((word, Int32(node)))
                }
            }
        }
        words.sort { $0.word != $1.word ? $0.word < $1.word : store.keys.isLess(Int($0.node), Int($1.node)) }
    }

    private func names(of person: Int) -> [PersonName] {
        registryNames[person] ?? [PersonName(IndexKey.value(of: store.keys[person]))]
    }

    private func rows(of word: UInt64) -> Range<Int> {
        let low = (0..<words.count).partitionPoint { words[$0].word < word }
        var end = low
        while end < words.count, words[end].word == word { end += 1 }
        return low..<end
    }

    /// The persons one of whose names holds a name.
    func persons(named name: PersonName) -> [Int] {
        guard let rarest = name.words.map(rows).min(by: { $0.count < $1.count }) else { return [] }
        var found = words[rarest].map { Int($0.node) }
        if found.count > Self.mostNamesakes {
            let named = found.sorted { store.nodes[$0].documents > store.nodes[$1].documents }
            // All who are named as often as the last one stay out, so that no order decides.
            let least = store.nodes[named[Self.mostNamesakes]].documents
            found = found.filter { store.nodes[$0].documents > least }
        }
        return found.filter { person in names(of: person).contains { $0.contains(name) } }
    }

    /// Whether a person has a name that holds this one and more.
    func isLonger(_ person: Int, than name: PersonName) -> Bool {
        names(of: person).contains { $0.words.count > name.words.count && $0.contains(name) }
    }

    /// Whether documents that have a person's full name use this one, too, or the registry knows that the press does.
    private func isCalled(_ person: Int, _ name: PersonName) -> Bool {
        registryNames[person]?.contains(name) ?? false
            || store.facts(.name, of: person).contains { PersonName(store.texts[$0.value]) == name }
    }

    // MARK: - Offices

    func hasRole(_ node: Int) -> Bool { !store.facts(.role, of: node).isEmpty }

    /// The roles that name an office, and not one word that anybody may be: "tersangka".
    func tellingRoles(of node: Int) -> [Int] {
        store.facts(.role, of: node).map(\.value).filter {
            store.texts.starts($0, with: IndexKey.mark) || store.texts[$0].contains(" ")
        }
    }

    /// Whether two roles are one office: written the same but for short forms and brackets, or one of them in short, as "Wakil
    /// Ketua Komisi I" is of "Wakil Ketua Komisi I DPR".
    func isOneOffice(_ role: Int, _ other: Int) -> Bool {
        if role == other { return true }
        guard let one = titles[role], let another = titles[other] else { return false }
        return one.mayBe(another)
    }

    /// Whether a node has one of some offices.
    private func hasOffice(_ node: Int, _ roles: [Int]) -> Bool {
        !roles.isEmpty && tellingRoles(of: node).contains { role in roles.contains { isOneOffice(role, $0) } }
    }

    /// Whether what two nodes are said to be does not tell them apart: they share a role, or a word of one, or one has none.
    func mayBeOne(_ node: Int, _ other: Int) -> Bool {
        let mine = tellingRoles(of: node)
        let theirs = tellingRoles(of: other)
        guard !mine.isEmpty, !theirs.isEmpty, !hasOffice(other, mine) else { return true }
        let known = Set(theirs.flatMap(telling))
        return mine.contains { telling($0).contains(where: known.contains) }
    }

    /// The names and short forms within a role: "KPK", "Makassar".
    private func telling(_ role: Int) -> [Substring] {
        store.texts[role].split { !$0.isLetter && !$0.isNumber }
            .filter { $0.count > 2 && $0.dropFirst().contains(where: \.isUppercase) }
    }

    /// Whether a node is said to be one of whom nobody has heard.
    private func isEveryday(_ node: Int) -> Bool {
        store.facts(.role, of: node).contains {
            PersonRegistry.builtIn.isEveryday(store.texts[$0.value], isShort: false)
        }
    }

    // MARK: - Company

    /// Whom of some persons a node with a part of their names is.
    ///
    /// - Parameters:
    ///   - others: How many documents name others by it.
    ///   - known: Persons who are known to be called so.
    func meant(
        _ node: Int, called name: PersonName, among persons: [Int], others: Double, known: Set<Int> = []
    ) -> (person: Int, reason: IndexedEntity.Join.Evidence)? {
        guard !persons.isEmpty else { return nil }
        let roles = tellingRoles(of: node)
        let holders = persons.filter { hasOffice($0, roles) }
        if holders.count == 1, let holder = holders.first { return (holder, .office) }
        guard !isEveryday(node) else { return nil }
        let called = persons.filter { known.contains($0) || isCalled($0, name) }
        // Of those whom no other document names there are more in a larger corpus.
        let strangers = 1 + Double(store.documents).squareRoot() / 30
        let all = called.reduce(others) { $0 + Double(store.nodes[$1].documents) }
        var best: (person: Int, score: Double)?
        var second = -Double.infinity
        for person in called where mayBeOne(node, person) {
            guard let weight = sharedCompany(node, person) else { continue }
            let documents = Double(store.nodes[person].documents)
            var score =
                Self.log2((documents + 0.5) / (all - documents + strangers)) + min(weight, Self.mostOfCompany)
                + Double(name.words.count - 1) * Self.ofAWord
            // Of whom a text says what they are, other texts mostly say it, too.
            if !roles.isEmpty, tellingRoles(of: person).isEmpty { score -= Self.leastLead }
            if score > best?.score ?? -.infinity {
                second = best?.score ?? -.infinity
                best = (person, score)
            } else {
                second = max(second, score)
            }
        }
        guard let best, best.score >= Self.leastScore, best.score - second >= Self.leastLead else { return nil }
        return (best.person, .company)
    }

    /// How much oftener a person is named with the company of a node than others are, in bits; nil without company in common.
    private func sharedCompany(_ node: Int, _ person: Int) -> Double? {
        var theirs = store.facts(.company, of: person)[...]
        var weight: Double?
        let documents = Double(store.nodes[person].documents)
        for fact in store.facts(.company, of: node) {
            theirs = theirs.drop { $0.value < fact.value }
            if fact.value == person {
                weight = (weight ?? 0) + rarity(of: person)
            } else if let shared = theirs.first, shared.value == fact.value {
                weight = (weight ?? 0) + max(0, Self.log2(Double(shared.count) / documents) + rarity(of: fact.value))
            }
        }
        return weight
    }

    /// The companions of a node that few documents name, and what they weigh.
    func rareCompany(of node: Int) -> [(companion: Int, weight: Double)] {
        store.facts(.company, of: node).map { ($0.value, rarity(of: $0.value)) }.filter { $0.1 >= 3 }
    }

    /// How much a companion tells, in bits: the fewer documents name it, the more.
    private func rarity(of node: Int) -> Double {
        max(0, Self.log2(Double(max(1, store.documents)) / Double(max(1, Int(store.nodes[node].documents)))))
    }

    /// The logarithm without Foundation, and the same on any machine: the exponent, and the rest in a straight line.
    private static func log2(_ number: Double) -> Double {
        number > 0 ? Double(number.exponent) + number.significand - 1 : -.infinity
    }
}
