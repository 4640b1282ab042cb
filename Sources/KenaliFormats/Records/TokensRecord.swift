package import KenaliText

/// The tokens and sentences of a document in JSON.
package struct TokensRecord: JSONRecord {
    package var id: DocumentIdentifier?
    package var sentences: [SentenceRecord]
    package var tokens: [TokenRecord]

    package struct SentenceRecord: JSONRecord {
        package var start: Int
        package var end: Int
        /// Not part of the JSON.
        package var text: String
    }

    package struct TokenRecord: JSONRecord {
        package var start: Int
        package var end: Int
        package var text: String
        package var `class`: String
        /// The rule of the policy that made the token, left out for a segment as ICU gives it.
        package var rule: String?
    }

    /// The record of the tokens and sentences of `text`, positions counted in the unit given.
    package init(
        _ tokens: Tokens, _ sentences: [Sentence], of text: String, id: DocumentIdentifier?,
        unit: OffsetUnit = .codepoint, policy: TokenPolicy = .indonesian
    ) {
        self.id = id
        let bytes = text.utf8Span.span
        let offsets = OffsetIndex(bytes, unit: unit)
        self.sentences = []
        for sentence in sentences {
            self.sentences.append(
                SentenceRecord(
                    start: offsets.offset(ofUTF8: sentence.utf8Range.lowerBound, in: bytes),
                    end: offsets.offset(ofUTF8: sentence.utf8Range.upperBound, in: bytes),
                    text: text.substring(sentence.utf8Range)))
        }
        self.tokens = []
        self.tokens.reserveCapacity(tokens.count)
        for token in tokens {
            self.tokens.append(
                TokenRecord(
                    start: offsets.offset(ofUTF8: token.utf8Range.lowerBound, in: bytes),
                    end: offsets.offset(ofUTF8: token.utf8Range.upperBound, in: bytes),
                    text: text.substring(token.utf8Range), class: token.tokenClass.rawValue,
                    rule: policy.ruleName(of: token)))
        }
    }
}

extension TokensRecord {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", ifPresent: id)
            json.field("sentences", sentences)
            json.field("tokens", tokens)
        }
    }
}

extension TokensRecord.SentenceRecord {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("start", start)
            json.field("end", end)
        }
    }
}

extension TokensRecord.TokenRecord {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("start", start)
            json.field("end", end)
            json.field("text", text)
            json.field("class", `class`)
            json.field("rule", ifPresent: rule)
        }
    }
}
