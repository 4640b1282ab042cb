#if os(Linux)
    import Foundation
    import Testing

    @testable import KenaliText

    /// Foundation brings an ICU of its own, of another version than the system's: proof that the tokenizer learns the rules
    /// from the table that it is given and knows none of them by heart.
    @Suite("Boundaries by the rules of another ICU")
    struct OtherICUTests {
        private typealias Open =
            @convention(c) (
                Int32, UnsafePointer<CChar>?, UnsafePointer<UInt16>?, Int32, UnsafeMutablePointer<Int32>
            ) -> OpaquePointer?
        private typealias BinaryRules =
            @convention(c) (OpaquePointer, UnsafeMutablePointer<UInt8>?, Int32, UnsafeMutablePointer<Int32>) -> Int32
        private typealias SetText =
            @convention(c) (OpaquePointer, UnsafePointer<UInt16>?, Int32, UnsafeMutablePointer<Int32>) -> Void
        private typealias Step = @convention(c) (OpaquePointer) -> Int32

        /// A function of Foundation's ICU. Its names carry a prefix instead of a version.
        private static func function<Function>(_ name: String, as type: Function.Type) -> Function? {
            dlsym(nil, "swift_" + name).map { unsafeBitCast($0, to: type) }
        }

        private static var isThere: Bool {
            function("ubrk_open", as: Open.self) != nil && !Locale.current.identifier.isEmpty
        }

        @Test("Random strings", .enabled(if: isThere), arguments: RandomText.withoutDictionaries)
        func randomStrings(alphabet: RandomText.Alphabet) throws {
            let open = try #require(Self.function("ubrk_open", as: Open.self))
            let binaryRules = try #require(Self.function("ubrk_getBinaryRules", as: BinaryRules.self))
            let setText = try #require(Self.function("ubrk_setText", as: SetText.self))
            let first = try #require(Self.function("ubrk_first", as: Step.self))
            let next = try #require(Self.function("ubrk_next", as: Step.self))
            let ruleStatus = try #require(Self.function("ubrk_getRuleStatus", as: Step.self))
            var status: Int32 = 0
            let iterator = try #require(open(1, "id", nil, 0, &status))
            var rules = [UInt8](repeating: 0, count: Int(binaryRules(iterator, nil, 0, &status)))
            status = 0
            _ = binaryRules(iterator, &rules, Int32(rules.count), &status)

            let table = try #require(BreakTable(binaryRules: rules))
            #expect(AsciiRoles(table) != nil)
            var differential = Differential(rules)
            var random = RandomText(seed: 7)
            var bytes: [UInt8] = []
            for _ in 0..<20_000 {
                random.fill(&bytes, from: alphabet)
                let isRight = differential.check(bytes) { units, body in
                    units.withUnsafeBufferPointer { buffer in
                        var status: Int32 = 0
                        setText(iterator, buffer.baseAddress, Int32(buffer.count), &status)
                        _ = first(iterator)
                        while true {
                            let end = next(iterator)
                            if end < 0 { break }
                            body(Int(end), WordBreakClass(rawValue: UInt8(ruleStatus(iterator) / 100)) ?? .none)
                        }
                    }
                }
                guard isRight else { return }
            }
        }
    }
#endif
