/// Makes the bytes of an ``Image``.
package struct ImageWriter {
    private struct Section {
        var name: String
        var widths: [Int]
        var bytes: [UInt8]
    }

    private var sections: [Section] = []

    package init() {}

    /// Adds a table of integers.
    package mutating func add(_ name: String, _ values: some Sequence<Int>) {
        add(name, fields: [Array(values)])
    }

    /// Adds records, given by their fields: one array for each field, with an integer for each record.
    package mutating func add(_ name: String, fields: [[Int]]) {
        precondition(1...Image.mostFields ~= fields.count, "records have at least one field, and no more than fit")
        let count = fields[0].count
        precondition(fields.allSatisfy { $0.count == count }, "a field has another number of integers")
        let widths = fields.map { SevenBits.width(of: $0.max() ?? 0) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count * widths.reduce(0, +))
        for index in 0..<count {
            for (field, width) in zip(fields, widths) { SevenBits.append(field[index], width: width, to: &bytes) }
        }
        sections.append(Section(name: name, widths: widths, bytes: bytes))
    }

    /// Adds a text, which must be UTF-8.
    package mutating func add(_ name: String, text: [UInt8]) {
        sections.append(Section(name: name, widths: [], bytes: text))
    }

    /// Adds a section of another image.
    mutating func add(_ name: String, widths: [Int], bytes: [UInt8]) {
        sections.append(Section(name: name, widths: widths, bytes: bytes))
    }

    /// The image: UTF-8, as long as all texts are.
    package func bytes() -> [UInt8] {
        var names: [UInt8] = []
        var contents: [UInt8] = []
        var list: [UInt8] = []
        let nameStart = Image.headLength + sections.count * Image.sectionWidths.reduce(0, +)
        let contentStart = nameStart + sections.reduce(0) { $0 + $1.name.utf8.count }
        for section in sections {
            let widths = section.widths.enumerated().reduce(0) { $0 | ($1.element - 1) << (2 * $1.offset) }
            let values = [
                nameStart + names.count, section.name.utf8.count, contentStart + contents.count, section.bytes.count,
                section.widths.count, widths,
            ]
            for (value, width) in zip(values, Image.sectionWidths) {
                SevenBits.append(value, width: width, to: &list)
            }
            names += Array(section.name.utf8)
            contents += section.bytes
        }
        var image = Image.mark
        for value in [Image.version, contentStart + contents.count, sections.count] {
            SevenBits.append(value, width: 4, to: &image)
        }
        return image + list + names + contents
    }
}
