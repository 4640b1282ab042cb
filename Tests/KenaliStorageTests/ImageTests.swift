import Testing

@testable import KenaliStorage

/// Tables, and the image that holds them.
@Suite("Image")
struct ImageTests {
    @Test(
        "A table gives back its integers",
        arguments: [0, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152, PackedTable.largest])
    func integers(most: Int) {
        let values = [0, most, most / 2, 1, most / 3, most]
        let table = PackedTable(values.map { min($0, most) })
        #expect((0..<table.count).map { table[$0] } == values.map { min($0, most) })
        #expect(table.width == (most < 128 ? 1 : most < 16_384 ? 2 : most < 2_097_152 ? 3 : 4))
    }

    @Test("An image gives back its sections, and is UTF-8")
    func sections() throws {
        var writer = ImageWriter()
        writer.add("numbers", (0..<1000).map { $0 * 7 })
        writer.add("text", text: Array("Jum'at, 3°".utf8))
        writer.add("records", fields: [[1, 2, 3], [300, 0, 1], [70_000, 5, PackedTable.largest]])
        writer.add("nothing", [])
        let bytes = writer.bytes()
        #expect(String(validating: bytes, as: UTF8.self) != nil)
        let image = try Image(PackedBytes(bytes))
        let numbers = image.table("numbers")
        #expect(numbers.count == 1000 && numbers[999] == 6993)
        #expect(image.text("text").span.count == "Jum'at, 3°".utf8.count)
        let records = image.records("records", fields: 3)
        let fields = records.fields
        #expect(records.stride == 1 + 2 + 4)
        #expect((0..<3).map { records[$0, fields[2]] } == [70_000, 5, PackedTable.largest])
        #expect((0..<3).map { records[$0, fields[1]] } == [300, 0, 1])
        #expect(image.table("nothing").count == 0)
        #expect(image.contents.map(\.name) == ["numbers", "text", "records", "nothing"])
    }

    @Test("An image gives back its lists, and none where there is none")
    func lists() throws {
        let lists = [[], [5], [300, 0, 70_000], [], [1]]
        var writer = ImageWriter()
        writer.add("lists", lists: lists)
        let packed = try Image(PackedBytes(writer.bytes())).lists("lists")
        #expect(packed.count == lists.count)
        for (number, list) in lists.enumerated() {
            #expect(packed.places(of: number).map { packed.item(at: $0) } == list)
        }
        #expect(packed.places(of: lists.count).isEmpty && packed.places(of: 1000).isEmpty)
        #expect(PackedLists().places(of: 0).isEmpty)
    }

    @Test("Bytes that are no image, or cut, or of another version, are refused")
    func flaws() {
        var writer = ImageWriter()
        writer.add("numbers", 0..<100)
        let bytes = writer.bytes()
        for length in 0..<bytes.count {
            #expect(throws: Image.Flaw.self) { try Image(PackedBytes(Array(bytes[..<length]))) }
        }
        var other = bytes
        other[Image.mark.count] += 1
        #expect(throws: Image.Flaw.otherVersion(Image.version + 1)) { try Image(PackedBytes(other)) }
    }

    @Test("A search in a list of texts in order finds what starts with what was read, and what is just that")
    func prefixes() throws {
        let all = ["guru", "guru besar", "guru besar emeritus", "hakim", "petani"]
        var writer = ImageWriter()
        writer.add("texts", texts: all.map { Array($0.utf8) })
        let texts = try Image(PackedBytes(writer.bytes())).texts("texts")
        for text in ["", "a", "g", "guru", "guru c", "guru besar", "guru besar emeritus", "hakim", "petanian", "z"] {
            let bytes = Array(text.utf8)
            var search = PackedTexts.PrefixSearch()
            for length in 0...bytes.count {
                let prefix = String(decoding: bytes[..<length], as: UTF8.self)
                let found = search.read(bytes.span.extracting(first: length), in: texts)
                #expect(found.isPrefix == all.contains { $0.hasPrefix(prefix) }, "\(prefix)")
                #expect(found.whole == all.firstIndex(of: prefix), "\(prefix)")
            }
        }
    }
}
