/// What is known of the forms that a worker has met lately, by how they are written: a form that is met again is not looked up
/// again.
///
/// It is kept from document to document, and forgets all when it is full.
struct MetForms<Value: Sendable>: Sendable {
    private var names = NameTable()
    private var values: [Value] = []
    /// The most that are kept.
    private let most: Int

    init(most: Int) { self.most = most }

    /// What is known of the form at some tokens; `read` says it of one that is new.
    mutating func value(of tokens: Range<Int>, _ document: borrowing Document, _ read: () -> Value) -> Value {
        makeRoom()
        return values[number(of: document.bytes.extracting(document.utf8Range(of: tokens)), read)]
    }

    // MARK: - By numbers, which mean nothing once room was made

    /// Forgets all when it is full.
    mutating func makeRoom() {
        if values.count >= most { self = MetForms(most: most) }
    }

    /// The number of a form; `read` says what is known of one that is new.
    mutating func number(of form: Span<UInt8>, _ read: () -> Value) -> Int {
        let number = Int(names.number(form))
        if number == values.count { values.append(read()) }
        return number
    }

    /// What is known of a form.
    subscript(number: Int) -> Value {
        get { values[number] }
        set { values[number] = newValue }
    }
}
