import KenaliLexicon

/// Parts the mentions of one name where the text says that they are several persons: "Menkes Budi ... Menhub Budi", "Kapolri Tito
/// ... relawan bernama Tito", "Gubernur Jawa Barat Ridwan ... Ridwan Hidayat".
///
/// What tells them apart is the office of one of the registry beside a single name, against another such office, a longer
/// name that is not that person's, or what introduces somebody unknown. A bare name goes with the one mentioned before it.
struct PersonNamesakes {
    /// The mentions of each person, in the order of the text.
    private(set) var groups: [[Int]]

    /// Whose a mention is.
    private enum Owner: Hashable {
        /// Whom the longer names of the group speak of.
        case longer
        /// One of the registry.
        case person(Int)
        /// Somebody of whom nobody has heard.
        case stranger
    }

    /// Whether there is anything to part: most groups are a full name, and short ones without an office of their own.
    static func mayBeSeveral(_ group: [Int], _ identifier: borrowing PersonIdentifier) -> Bool {
        guard group.count > 1 else { return false }
        for index in group where identifier.items[index].wordCount == 1 {
            if identifier.items[index].introduction.isNew || identifier.role(of: index) != nil { return true }
        }
        return false
    }

    /// The parts of a group that may be several.
    ///
    /// - Complexity: O(*n*), *n* the number of mentions.
    init(_ identifier: inout PersonIdentifier, _ group: [Int]) {
        groups = [group]
        let items = identifier.items
        let longer = group.first { items[$0].wordCount > 1 }
        var owners: [Owner?] = Array(repeating: nil, count: group.count)
        for (place, index) in group.enumerated() {
            if items[index].wordCount != 1 {
                owners[place] = .longer
            } else if let person = identifier.holder(index) {
                let name = longer.map { identifier.memory.number(of: items[$0].name) }
                let isLonger = name.map { identifier.registry.mayName(identifier.memory[$0], person) } ?? false
                owners[place] = isLonger ? .longer : .person(person)
            } else if items[index].introduction.isNew && place > 0 || identifier.isEveryday(index, isShort: false) {
                owners[place] = .stranger
            }
        }
        let known = Set(owners.compactMap(\.self))
        // A stranger alone is no reason to part anybody: "Budi, sopir, ... Budi Hartono" are one.
        guard known.count > 1,
            known.contains(where: { $0 != .longer && $0 != .stranger }) || Self.isKnown(known, longer, &identifier)
        else { return }
        var current = owners.lazy.compactMap(\.self).first ?? .longer
        var parts: [Owner: [Int]] = [:]
        var order: [Owner] = []
        for (place, index) in group.enumerated() {
            current = owners[place] ?? current
            if parts[current] == nil { order.append(current) }
            parts[current, default: []].append(index)
        }
        groups = order.compactMap { parts[$0] }
    }

    /// Whether the longer name of a group with a stranger is one of the registry.
    private static func isKnown(_ owners: Set<Owner>, _ longer: Int?, _ identifier: inout PersonIdentifier) -> Bool {
        guard owners.contains(.stranger), let longer else { return false }
        let name = identifier.memory.number(of: identifier.items[longer].name)
        return identifier.memory.entries(name).contains { $0.kind == .name }
    }
}
