/// Gathers the glossary of a document.
struct GlossaryBuilder {
    private(set) var entries: [GlossaryEntry] = []
    private var indices: [String: Int] = [:]

    mutating func add(_ form: String, _ acronym: Acronym, mention: Int) {
        let key = form.lowercased() + "\u{0}" + (acronym.expansion ?? "").lowercased()
        if let index = indices[key] {
            entries[index].mentions.append(mention)
        } else {
            indices[key] = entries.count
            entries.append(GlossaryEntry(form: form, acronym: acronym, mentions: [mention]))
        }
    }
}
