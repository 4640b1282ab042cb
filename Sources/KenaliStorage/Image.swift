/// Tables and texts under names, in one run of bytes that holds no address and needs no reading: knowledge made ready
/// when the program is built, by ``ImageWriter``.
///
/// The bytes are UTF-8, integers those of ``PackedTable``: a mark, the format's version, the length of the whole and the
/// number of sections; then a record for each section (``SectionFields``), their names, their contents.
///
/// A section that is not there, or is of another kind, is an empty one. The builder and the program are made from the same
/// sources, so that this is a mistake in one of them: debug builds stop there.
package struct Image: Sendable {
    /// The version of the format that this code writes and reads.
    package static let version = 1

    private let bytes: PackedBytes
    private let sections: PackedRecords

    /// Why bytes are no image.
    package enum Flaw: Error, Hashable {
        case noImage
        case otherVersion(Int)
        case cut
    }

    static let mark = Array("Kenali\n".utf8)
    /// The version, the length of the whole, the number of sections.
    static let headWidths = [4, 4, 4]
    static let headLength = mark.count + 12
    /// What is said of a section: see ``SectionField``.
    static let sectionWidths = [4, 1, 4, 4, 1, 4]

    enum SectionField: Int {
        case nameStart, nameLength, start, length
        /// None in a text, one in a table.
        case fieldCount
        /// Two bits each, one less than the width, the first field lowest.
        case fieldWidths
    }

    /// The most fields of a record.
    package static let mostFields = 14

    /// An image in place. Only the head is looked at.
    package init(_ bytes: PackedBytes) throws(Flaw) {
        guard let mark = bytes.part(0..<Self.mark.count),
            Self.mark.indices.allSatisfy({ mark.span[$0] == Self.mark[$0] }),
            let rest = bytes.part(Self.mark.count..<Self.headLength),
            let head = PackedRecords(rest, widths: Self.headWidths)
        else { throw .noImage }
        let (version, length, count) = (head[0, head.fields[0]], head[0, head.fields[1]], head[0, head.fields[2]])
        guard version == Self.version else { throw .otherVersion(version) }
        let stride = Self.sectionWidths.reduce(0, +)
        guard length == bytes.count,
            let list = bytes.part(Self.headLength..<Self.headLength + stride * count),
            let sections = PackedRecords(list, widths: Self.sectionWidths)
        else { throw .cut }
        self.bytes = bytes
        self.sections = sections
    }

    /// An image without sections.
    package init() {
        bytes = PackedBytes([])
        sections = PackedRecords(fields: Self.sectionWidths.count)
    }

    /// The names of all sections, with their lengths in bytes.
    package var contents: [(name: String, length: Int)] {
        (0..<sections.count).compactMap { section in
            let start = self[section, .nameStart]
            guard let name = bytes.part(start..<start + self[section, .nameLength]) else { return nil }
            return (
                // Safe: the bytes are copied while the span is alive.
                unsafe name.span.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) },
                self[section, .length]
            )
        }
    }

    /// The table of this name.
    package func table(_ name: String) -> PackedTable {
        guard let (content, widths) = section(name), widths.count == 1,
            let table = PackedTable(content, width: widths[0])
        else {
            assertionFailure("the image has no table '\(name)'")
            return PackedTable()
        }
        return table
    }

    /// The records of this name, which must have so many fields.
    package func records(_ name: String, fields: Int) -> PackedRecords {
        guard let (content, widths) = section(name), widths.count == fields,
            let records = PackedRecords(content, widths: widths)
        else {
            assertionFailure("the image has no records '\(name)' of \(fields) fields")
            return PackedRecords(fields: fields)
        }
        return records
    }

    /// The text of this name.
    package func text(_ name: String) -> PackedBytes {
        guard let (content, widths) = section(name), widths.isEmpty else {
            assertionFailure("the image has no text '\(name)'")
            return PackedBytes([])
        }
        return content
    }

    /// Copies the sections whose names begin so, but for those that begin with one of `excluded`.
    package func copy(sectionsFrom prefix: String, except excluded: [String] = [], into writer: inout ImageWriter) {
        for section in 0..<sections.count {
            let start = self[section, .nameStart]
            let content = self[section, .start]..<self[section, .start] + self[section, .length]
            guard let name = bytes.part(start..<start + self[section, .nameLength]), let part = bytes.part(content)
            else { continue }
            // Safe: the bytes are copied while the span is alive.
            let string = unsafe name.span.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
            guard string.hasPrefix(prefix), !excluded.contains(where: string.hasPrefix) else { continue }
            let widths = self[section, .fieldWidths]
            writer.add(
                string, widths: (0..<self[section, .fieldCount]).map { widths >> (2 * $0) & 3 + 1 },
                bytes: part.span.indices.map { part.span[$0] })
        }
    }

    private func section(_ name: String) -> (PackedBytes, widths: [Int])? {
        let name = name.utf8Span.span
        let length = name.count
        for section in 0..<sections.count where self[section, .nameLength] == length {
            let start = self[section, .nameStart]
            guard let known = bytes.part(start..<start + length),
                name.indices.allSatisfy({ known.span[$0] == name[$0] })
            else { continue }
            let content = self[section, .start]..<self[section, .start] + self[section, .length]
            let widths = self[section, .fieldWidths]
            return bytes.part(content).map { part in
                (part, (0..<self[section, .fieldCount]).map { widths >> (2 * $0) & 3 + 1 })
            }
        }
        return nil
    }

    private subscript(section: Int, field: SectionField) -> Int { sections[section, sections.fields[field.rawValue]] }
}
