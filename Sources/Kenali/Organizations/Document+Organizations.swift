import KenaliLexicon
import KenaliRules
import KenaliText

extension Document {
    /// The full name that the lists have for a body, else its name as it is written.
    func listedBodyName(_ tokens: Range<Int>) -> String {
        value(tokens, in: classes.organization) ?? expansion(tokens) ?? string(tokens)
    }

    /// Whether a definition gives a form that the lists have as a body another sense: "senyawa organik volatil (VOC)".
    func isNoBody(_ definition: Definition) -> Bool {
        let first = definition.short.lowerBound
        guard definition.short.count == 1, has(first, classes.organization),
            !definition.long.contains(where: { starts($0, classes.body) })
        else { return false }
        // Bodies whose names have no word for it: "Wahana Lingkungan Hidup Indonesia (Walhi)".
        let usual = readings(of: definition.short).first?.value.lowercased()
        return usual != definition.expansion.lowercased() || has(first, classes.ambiguous)
    }

    /// Whether a definition gives a form that the lists have as a place another sense: "Nilai Tambah Bruto (NTB)".
    func isNoPlace(_ definition: Definition) -> Bool {
        definition.short.count == 1 && has(definition.short.lowerBound, classes.place)
            && !definition.long.contains { starts($0, classes.place) }
    }

    /// Whether a word is a short form by its letters or by the lists.
    func isShortWord(_ token: Int) -> Bool {
        let shape = shape(token)
        return shape.contains(.word) && shape.isDisjoint(with: .singleLetter)
            && (shape.contains(.allUpper) || has(token, classes.acronym))
    }

    /// Whether a definition makes a body of its long form: "Gerakan Pembaruan Rakyat Sungai (GEPRAS)".
    func isDefinedBody(_ definition: Definition) -> Bool {
        let short = shape(definition.short.lowerBound)
        return has(definition.long.lowerBound, classes.definedBody) && definition.long.count > 2
            && definition.short.count == 1 && short.contains(.initialUpper) && short.isDisjoint(with: .digit)
            && utf8Range(of: definition.short).count >= 3
            // What the lists know as something else is a kind of bodies, or of things: BUMN, KPM.
            && (!has(definition.short.lowerBound, classes.acronym)
                || has(definition.short.lowerBound, classes.organization))
            && definition.long.allSatisfy {
                !shape($0).contains(.word) || shape($0).contains(.initialUpper) || has($0, classes.definitionFunction)
            }
    }
}
