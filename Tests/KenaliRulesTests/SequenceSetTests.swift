import KenaliStorage
import Testing

@testable import KenaliRules

@Suite("Sequences in an image")
struct SequenceSetTests {
    private static let ordered: [[UInt32]] = [[], [0], [3, 3, 64, 4_095, 4_096], [1 << 28 - 1], [0, .max]]
    private static let mixed: [[UInt32]] = [[5, 4], [63], [64, 0, 1 << 27, 63, 65], [.max, 0]]

    private func frozen(_ sequences: [[UInt32]]) throws -> FrozenSequences {
        var writer = ImageWriter()
        FrozenSequences.write(sequences, "set", into: &writer)
        let bytes = writer.bytes()
        // The image is a literal, which must be UTF-8.
        #expect(String(validating: bytes, as: UTF8.self) != nil)
        return FrozenSequences(try Image(PackedBytes(bytes)), "set")
    }

    @Test("A frozen set gives back its sequences, in order or not, and finds them", arguments: [ordered, mixed])
    func roundTrip(sequences: [[UInt32]]) throws {
        let frozen = try frozen(sequences)
        #expect(frozen.count == sequences.count)
        for (id, sequence) in sequences.enumerated() {
            var read: [UInt32] = []
            frozen.append(id, to: &read)
            #expect(read == sequence)
            #expect(frozen.find(sequence.span, SequenceSet.hash(sequence.span)) == id)
            let longer = sequence + [7]
            #expect(frozen.find(longer.span, SequenceSet.hash(sequence.span)) == nil)
            let shorter = Array(sequence.dropLast())
            // Where the set holds it, the search for another may meet it.
            if !sequence.isEmpty, !sequences.contains(shorter) {
                #expect(frozen.find(shorter.span, SequenceSet.hash(sequence.span)) == nil)
            }
            #expect(frozen.find(shorter.span, SequenceSet.hash(shorter.span)) == sequences.firstIndex(of: shorter))
        }
    }

    @Test("What a frozen set holds keeps its number, and new sequences follow")
    func numbers() throws {
        var set = SequenceSet(try frozen(Self.mixed))
        #expect(set.intern([63]) == 1)
        #expect(set.intern([9, 9]) == 4)
        #expect(set.intern([9, 9]) == 4)
        #expect(set.all == Self.mixed + [[9, 9]])
        var bits: [UInt64] = [0, 0]
        set.setBits(1, in: &bits, at: 0)
        #expect(bits == [1 << 63, 0])
        set.forget()
        #expect(set.all == Self.mixed)
    }

    @Test("Sequences in order take less room")
    func size() throws {
        func length(_ sequences: [[UInt32]]) throws -> Int {
            var writer = ImageWriter()
            FrozenSequences.write(sequences, "set", into: &writer)
            return writer.bytes().count
        }
        let row = (0..<100).map { UInt32(1_000 + 7 * $0) }
        #expect(try length([row]) + 80 < length([row, [2, 1]]))
    }
}
