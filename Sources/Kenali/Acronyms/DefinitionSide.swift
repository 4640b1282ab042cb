/// The kinds of rules that propose definitions, by where the long form is.
enum DefinitionSide: String {
    /// It ends where the match starts.
    case before = "definition"
    /// The same, without a bracket, so that the letters must say more.
    case beforeLoose = "definition.loose"
    /// It starts where the match ends. The short form ends where the match starts, unless the rule captures it.
    case after = "definition.after"
    /// The same for short forms in capitals only.
    case afterCapital = "definition.capital"

    /// The length of the shortest name, and the letter that all begin with.
    static let shortest = "definition".utf8.count
    static let initial = UInt8(ascii: "d")
}
