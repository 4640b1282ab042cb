/// What is wrong with a word list.
public struct LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name of the list, for the user to find it.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// What is wrong with it.
    public var reason: Reason

    /// What is wrong.
    public enum Reason: Hashable, Sendable, CustomStringConvertible {
        /// The file has no line that names its columns.
        case noColumns
        /// A column that is needed is not there.
        case missingColumn(String)
        /// The row has no form, or the form has no token in it.
        case emptyForm
        /// The row has no class.
        case noClass
        /// The form has more tokens than a phrase can have, 32.
        case formTooLong
        /// There would be more classes than there can be, 256.
        case tooManyClasses
        /// There is no class of this name; some that are spelt nearly so.
        case unknownClass(String, near: [String])
        /// The built-in list must not use the class: `classes.tsv` does not name it.
        case classNotForTable(String)
        /// The same row stands in the list before.
        case duplicate(String)
        /// A form is to be taken out of a class that it isn't in.
        case notInClass(form: String, class: String)
        /// A declaration of a class that is not in order.
        case declaration(String)

        public var description: String {
            switch self {
            case .noColumns: "no line names the columns"
            case .missingColumn(let name): "there is no column '\(name)'"
            case .emptyForm: "the form is empty"
            case .noClass: "the row has no class"
            case .formTooLong: "the form has more than \(Lexicon.longestPhrase) tokens"
            case .tooManyClasses: "there are more than \(WordClasses.limit) classes"
            case .unknownClass(let name, let near) where near.isEmpty: "there is no class '\(name)'"
            case .unknownClass(let name, let near):
                "there is no class '\(name)'; did you mean \(near.joined(separator: ", "))?"
            case .classNotForTable(let name): "classes.tsv does not name this list among those of the class '\(name)'"
            case .duplicate(let form): "the same row stands above: \(form)"
            case .notInClass(let form, let name): "'\(form)' is not in the class '\(name)'"
            case .declaration(let what): what
            }
        }
    }

    /// File, line and what is wrong.
    public var description: String { "\(file):\(line): \(reason)" }
}
