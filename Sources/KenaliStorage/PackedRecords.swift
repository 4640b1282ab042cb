/// A read-only table of records, the fields of one record side by side: what a look-up needs of a thing lies in one place.
/// Each field is as wide as its largest integer asks; see ``PackedTable`` for the integers.
@usableFromInline package struct PackedRecords: Sendable {
    /// Where a field stands in a record. Ask ``PackedRecords/fields`` once and keep the answer.
    @usableFromInline package struct Field: Sendable {
        @usableFromInline let offset: Int32
        @usableFromInline let mask: UInt32

        init(offset: Int, width: Int) {
            self.offset = Int32(offset)
            mask = SevenBits.mask(width)
        }
    }

    @usableFromInline let bytes: PackedBytes
    /// The number of records.
    @usableFromInline package let count: Int
    /// How many bytes a record takes.
    @usableFromInline package let stride: Int
    /// The fields in their order.
    @usableFromInline package let fields: [Field]

    /// Records of fields as wide as these; nil when the bytes are not whole records.
    @usableFromInline package init?(_ bytes: PackedBytes, widths: [Int]) {
        guard !widths.isEmpty, widths.allSatisfy({ 1...4 ~= $0 }) else { return nil }
        var stride = 0
        var fields: [Field] = []
        for width in widths {
            fields.append(Field(offset: stride, width: width))
            stride += width
        }
        guard bytes.count.isMultiple(of: stride) else { return nil }
        self.bytes = bytes
        self.stride = stride
        self.fields = fields
        count = bytes.count / stride
    }

    /// No records of so many fields.
    @usableFromInline package init(fields: Int) {
        bytes = PackedBytes([])
        count = 0
        stride = fields
        self.fields = (0..<fields).map { Field(offset: $0, width: 1) }
    }

    @inlinable package subscript(index: Int, field: Field) -> Int {
        @inline(__always) get { view[index, field] }
    }

    /// The records for an inner loop: a value without any reference.
    @inlinable package var view: RecordsView {
        @inline(__always) @_lifetime(borrow self) get { RecordsView(self) }
    }
}

/// ``PackedRecords`` as long as they are borrowed.
@safe @usableFromInline package struct RecordsView: ~Escapable {
    @usableFromInline let base: UnsafeRawPointer
    @usableFromInline package let count: Int
    @usableFromInline let stride: Int

    @inlinable @inline(__always)
    @_lifetime(borrow records)
    package init(_ records: borrowing PackedRecords) {
        // Safe: the view lives no longer than the records, which keep the bytes.
        unsafe base = records.bytes.base
        count = records.count
        stride = records.stride
    }

    @inlinable package subscript(index: Int, field: PackedRecords.Field) -> Int {
        @inline(__always) get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index out of range")
            precondition(Int(field.offset) < stride, "not a field of these records")
            // Safe: both are checked, and behind the last record there are bytes to spare.
            let place = index &* stride &+ Int(field.offset)
            return SevenBits.value(unsafe base.loadUnaligned(fromByteOffset: place, as: UInt32.self), field.mask)
        }
    }

    /// An integer as it is packed, which is enough to tell which of two is larger: see ``SevenBits/packed(_:)``.
    @inlinable package func packed(_ index: Int, _ field: PackedRecords.Field) -> UInt32 {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index out of range")
        precondition(Int(field.offset) < stride, "not a field of these records")
        // Safe: both are checked, and behind the last record there are bytes to spare.
        let place = index &* stride &+ Int(field.offset)
        return UInt32(littleEndian: unsafe base.loadUnaligned(fromByteOffset: place, as: UInt32.self)) & field.mask
    }
}
