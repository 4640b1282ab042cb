public import Kenali
public import KenaliText

/// An extraction in the form of Kenali's JSON contract, version 1.
///
/// Write it with a ``JSONWriter``, which keeps the contract's order of keys, or encode it with any encoder. Positions
/// are counted in the unit given, end exclusive. Keys are `snake_case`; keys may be added within a version, never
/// changed or removed.
public struct ExtractionRecord: JSONRecord {
    private let document: ExtractedDocument
    private let unit: OffsetUnit
    private let hasText: Bool
    private let hasSentences: Bool

    /// The record of an extraction from `text`.
    public init(_ extraction: Extraction, of text: String, id: DocumentIdentifier?, unit: OffsetUnit = .codepoint) {
        self.init(ExtractedDocument(id: id, text: text, extraction: extraction), unit: unit)
    }

    /// The record of a document.
    ///
    /// - Parameters:
    ///   - hasText: Whether the text of the document is a part.
    ///   - hasSentences: Whether each mention has the sentence it stands in.
    public init(
        _ document: ExtractedDocument, unit: OffsetUnit = .codepoint, hasText: Bool = false, hasSentences: Bool = false
    ) {
        self.document = document
        self.unit = unit
        self.hasText = hasText
        self.hasSentences = hasSentences
    }

    /// - Complexity: O(*n* + *m*), *n* the number of bytes of the text, *m* of mentions.
    public func write(to json: inout JSONWriter) { write(to: &json, step: { _ in }) }

    /// Writes by a writer that is empty, and hands over what it has written whenever that is large.
    func write(to json: inout JSONWriter, inPieces sink: (Span<UInt8>) -> Void) {
        write(to: &json, step: { $0.handOver(from: 1 << 16, to: sink) })
        json.handOver(from: 1, to: sink)
    }

    /// - Parameter step: What is done with the writer behind each mention and entity.
    @inline(__always)
    private func write(to json: inout JSONWriter, step: (inout JSONWriter) -> Void) {
        let extraction = document.extraction
        let places = MentionPlaces(document, unit: unit)
        json.object { json in
            json.field("id", ifPresent: document.id)
            json.field("date", ifPresent: extraction.referenceDate?.description)
            json.field("date_source", ifPresent: extraction.referenceDateSource?.rawValue)
            if hasText { json.field("text", document.text) }
            // Through spans: what is written is not copied.
            let mentions = extraction.mentions.span
            json.key("mentions")
            json.array(mentions.indices) { json, index in
                json.object { json in
                    mentions[index].writeFields(to: &json, places)
                    if hasSentences { json.field("sentence", ifPresent: places.sentence(of: mentions[index])) }
                }
                step(&json)
            }
            let entities = extraction.entities.span
            json.key("entities")
            json.array(entities.indices) { json, index in
                entities[index].writeFields(to: &json)
                step(&json)
            }
        }
    }
}

extension Mention {
    /// Writes the fields of a mention; which there are depends on its kind.
    fileprivate func writeFields(to json: inout JSONWriter, _ places: MentionPlaces) {
        json.field("kind", kind.rawValue)
        json.field("start", places.offset(utf8Range.lowerBound))
        json.field("end", places.offset(utf8Range.upperBound))
        places.write(utf8Range, as: "text", to: &json)
        switch detail {
        case .person(let person):
            json.field("name", person.name)
            json.field("name_start", places.offset(person.nameUTF8Range.lowerBound))
            json.field("name_end", places.offset(person.nameUTF8Range.upperBound))
            json.field("honorifics", person.honorifics)
            json.field("role", orNull: person.role)
        case .ministry(let ministry):
            json.field("canonical", ministry.canonicalName)
            json.field("ministry_id", ifPresent: ministry.id)
            json.field("country", ifPresent: ministry.country)
            json.field("in_force", ifPresent: ministry.isInForce)
        case .date(let value), .time(let value), .duration(let value): value.writeFields(to: &json)
        case .acronym(let acronym):
            json.field("expansion", orNull: acronym.expansion)
            json.field("source", orNull: acronym.source?.rawValue)
            if acronym.isAmbiguous { json.field("ambiguous", true) }
            if !acronym.alternatives.isEmpty { json.field("alternatives", acronym.alternatives) }
        case .organization(let organization):
            json.field("canonical", organization.canonicalName)
        case .location(let place):
            json.field("canonical", place.canonicalName)
            json.field("code", ifPresent: place.code)
        case .custom(let mention):
            json.field("code", ifPresent: mention.id)
        }
        json.field("entity", ifPresent: entity)
        json.field("rule", rule)
    }
}

extension TemporalValue {
    fileprivate func writeFields(to json: inout JSONWriter) {
        json.field("value", value)
        json.field("zone", ifPresent: zone)
        json.field("modifier", ifPresent: modifier?.rawValue)
        json.field("hijri", ifPresent: hijri?.description)
        json.field("moment", ifPresent: moment?.valueWithOffset)
        json.field("companion", ifPresent: companion)
        guard isInconsistent else { return }
        json.field("inconsistent", true)
        json.field("issues", issues.map(\.rawValue))
    }
}

extension Entity {
    fileprivate func writeFields(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("kind", kind.rawValue)
            json.field("name", name)
            json.field("aliases", aliases)
            if !roles.isEmpty { json.field("roles", roles) }
            if !offices.isEmpty {
                json.key("offices")
                json.array(offices) { $1.writeFields(to: &$0) }
            }
            json.field("ministry_id", ifPresent: ministryID)
            json.field("person_id", ifPresent: person?.id)
            json.field("canonical", ifPresent: person?.canonicalName)
            json.field("by", ifPresent: person?.evidence.rawValue)
            json.field("mentions", mentions)
        }
    }
}

extension Office {
    /// Writes the fields of an office; the flags only when the text says so.
    fileprivate func writeFields(to json: inout JSONWriter) {
        json.object { json in
            json.field("title", title)
            json.field("position", position.rawValue)
            json.field("ministry", ifPresent: ministryID)
            json.field("ministry_name", ifPresent: ministryName)
            json.field("country", ifPresent: country)
            json.field("body", ifPresent: body)
            json.field("body_entity", ifPresent: bodyEntity)
            json.field("place", ifPresent: place)
            json.field("place_code", ifPresent: placeCode)
            json.field("place_entity", ifPresent: placeEntity)
            if isFormer { json.field("former", true) }
            if isActing { json.field("acting", true) }
            if isComing { json.field("coming", true) }
            json.field("entity", ifPresent: ministryEntity)
        }
    }
}
