/// A line of JSON Lines input: a document with, if wanted, its name and the day it was written.
public struct InputRecord: Decodable, Sendable {
    public var id: DocumentIdentifier?
    public var text: String
    /// The day as `YYYY-MM-DD`. Not checked here.
    public var date: String?

    public init(id: DocumentIdentifier?, text: String, date: String? = nil) {
        self.id = id
        self.text = text
        self.date = date
    }
}
