/// A document that could not be read: what stands in its place, so that line *n* out answers line *n* in.
public struct FailedDocument: JSONRecord {
    /// What the caller calls it, when that could be read.
    public var id: DocumentIdentifier?
    /// The line it was to stand on, from 1.
    public var line: Int?
    /// Why there is none.
    public var error: String

    /// What stands in the place of a document.
    public init(id: DocumentIdentifier?, line: Int?, error: String) {
        self.id = id
        self.line = line
        self.error = error
    }

    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", ifPresent: id)
            json.field("line", ifPresent: line)
            json.field("error", error)
        }
    }
}
