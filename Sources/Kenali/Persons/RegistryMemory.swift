import KenaliLexicon

/// What the registry of persons says of the names and roles that a worker has met lately: what is met again is not looked up
/// again.
///
/// It is kept from document to document, since the registry stays what it is.
struct RegistryMemory: Sendable {
    /// The names as they are written, each with what is known of it by its number.
    private var texts = NameTable()
    private var names: [Known] = []
    /// The roles as they are written, each with what it says by its number, and whether it is one of everyday life.
    private var roles = NameTable()
    private var readings: [[OfficeTitles.Reading]?] = []
    private var everyday: [(ofLong: Bool?, ofShort: Bool?)] = []

    private struct Known {
        var name: PersonName
        /// Whom the name names as a whole.
        var entries: [PersonNameIndex.Entry]
        /// All whom it may name, once they were asked for.
        var bearers: [Int]?
    }

    /// The most names, and roles, that are kept for the next document.
    private static let most = 1 << 11

    /// Makes room, where many are known. The numbers from before it mean nothing afterwards.
    mutating func makeRoom() {
        if names.count > Self.most || readings.count > Self.most { self = RegistryMemory() }
    }

    /// The number of a name.
    mutating func number(of name: String) -> Int {
        let number = Int(texts.number(name.utf8Span.span))
        if number == names.count {
            let name = PersonName(name)
            names.append(Known(name: name, entries: PersonRegistry.builtIn.names.entries(of: name.key)))
        }
        return number
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
        if let known = readings[number] { return known }
        let found = PersonRegistry.builtIn.titles.readings(of: role)
        readings[number] = found
        return found
    }

    /// Whether a role is none of public life: see `PersonRegistry.isEveryday(_:isShort:)`.
    mutating func isEveryday(_ role: String, isShort: Bool) -> Bool {
        let number = number(ofRole: role)
        if let known = isShort ? everyday[number].ofShort : everyday[number].ofLong { return known }
        let isEveryday = PersonRegistry.builtIn.isEveryday(role, isShort: isShort)
        if isShort { everyday[number].ofShort = isEveryday } else { everyday[number].ofLong = isEveryday }
        return isEveryday
    }

    private mutating func number(ofRole role: String) -> Int {
        let number = Int(roles.number(role.utf8Span.span))
        if number == readings.count {
            readings.append(nil)
            everyday.append((nil, nil))
        }
        return number
    }
}
