/// What is wrong with a word list.
public struct LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name of the list, for the user to find it.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// What is wrong with it.
    public var reason: Reason

    public enum Reason: Hashable, Sendable {
        /// The file has no line that names its columns.
        case noColumns
        /// A column that is needed is not there.
        case missingColumn(String)
        /// The row has no form, or the form has no token in it.
        case emptyForm
        /// The row has no class.
        case noClass
        /// The form has more tokens than ``Lexicon/longestPhrase``.
        case formTooLong
        /// There would be more classes than ``WordClasses/limit``.
        case tooManyClasses
    }

    public var description: String {
        let what =
            switch reason {
            case .noColumns: "no line names the columns"
            case .missingColumn(let name): "there is no column '\(name)'"
            case .emptyForm: "the form is empty"
            case .noClass: "the row has no class"
            case .formTooLong: "the form has more than \(Lexicon.longestPhrase) tokens"
            case .tooManyClasses: "there are more than \(WordClasses.limit) classes"
            }
        return "\(file):\(line): \(what)"
    }
}
