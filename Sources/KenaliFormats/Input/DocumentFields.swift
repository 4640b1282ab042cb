/// Which fields of an input object hold what.
///
/// A name is a key, or keys with full stops between that lead into objects: `article.body`.
package struct DocumentFields: Sendable, Hashable {
    package var text = "text"
    package var id = "id"
    package var date = "date"

    /// The fields of the contract: `text`, `id` and `date`.
    package init() {}

    /// Other fields.
    package init(text: String, id: String, date: String) {
        self.text = text
        self.id = id
        self.date = date
    }
}
