import KenaliLexicon

/// What the registry of persons says of the names and roles that a worker has met lately: what is met again is not looked up
/// again.
///
/// It is kept from document to document, since the registry stays what it is.
struct RegistryMemory: Sendable {
    /// The names, and the roles.
    private var names = MetForms<Name>(most: Self.most)
    private var roles = MetForms<Role>(most: Self.most)

    private struct Name {
        var name: PersonName
        /// Whom the name names as a whole.
        var entries: [PersonNameIndex.Entry]
        /// All whom it may name, once they were asked for.
        var bearers: [Int]?
    }

    /// What was asked of a role.
    private struct Role {
        /// The offices that it names.
        var readings: [OfficeTitles.Reading]?
        /// Whether it is one of everyday life, for long names and for short ones.
        var isEveryday: (ofLong: Bool?, ofShort: Bool?) = (nil, nil)
    }

    /// The most names, and roles, that are kept for the next document.
    private static let most = 1 << 11

    /// Makes room, where many are known. The numbers from before it mean nothing afterwards.
    mutating func makeRoom() {
        names.makeRoom()
        roles.makeRoom()
    }

    /// The number of a name.
    mutating func number(of name: String) -> Int {
        names.number(of: name.utf8Span.span) {
            let name = PersonName(name)
            return Name(name: name, entries: PersonRegistry.builtIn.names.entries(of: name.key))
        }
    }

    /// A name by its number.
    subscript(name: Int) -> PersonName { names[name].name }

    /// Whom a name names as a whole.
    func entries(_ name: Int) -> [PersonNameIndex.Entry] { names[name].entries }

    /// All whom a name may name.
    mutating func bearers(_ name: Int) -> [Int] {
        if let known = names[name].bearers { return known }
        let bearers = PersonRegistry.builtIn.bearers(of: names[name].name)
        names[name].bearers = bearers
        return bearers
    }

    /// The offices that a role names.
    mutating func readings(of role: String) -> [OfficeTitles.Reading] {
        let number = number(ofRole: role)
        if let known = roles[number].readings { return known }
        let readings = PersonRegistry.builtIn.titles.readings(of: role)
        roles[number].readings = readings
        return readings
    }

    /// Whether a role is none of public life: see `PersonRegistry.isEveryday(_:isShort:)`.
    mutating func isEveryday(_ role: String, isShort: Bool) -> Bool {
        let number = number(ofRole: role)
        let known = roles[number].isEveryday
        if let known = isShort ? known.ofShort : known.ofLong { return known }
        let isEveryday = PersonRegistry.builtIn.isEveryday(role, isShort: isShort)
        if isShort {
            roles[number].isEveryday.ofShort = isEveryday
        } else {
            roles[number].isEveryday.ofLong = isEveryday
        }
        return isEveryday
    }

    private mutating func number(ofRole role: String) -> Int {
        roles.number(of: role.utf8Span.span) { Role() }
    }
}
