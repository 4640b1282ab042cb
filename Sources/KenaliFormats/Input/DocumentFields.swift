/// Which fields of an input object hold what.
///
/// A name is a key, or keys with full stops between that lead into objects: `article.body`.
public struct DocumentFields: Sendable, Hashable {
    public var text = "text"
    public var id = "id"
    public var date = "date"

    /// The fields of the contract: `text`, `id` and `date`.
    public init() {}

    /// Other fields.
    public init(text: String, id: String, date: String) {
        self.text = text
        self.id = id
        self.date = date
    }
}
