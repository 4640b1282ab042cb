/// What the automaton is trained on.
enum TrainingText {
    /// A text of Fixtures as it would be read: without comments, and without what is marked in it.
    static func plain(_ file: SourceFile) -> String {
        String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("#") ? "" : plain($0) }.joined(separator: "\n")
    }

    /// A line without its date and what is expected of it, and without brackets that mark: `@2025-03-04 [m Kemensos = Kementerian
    /// Sosial] ({KPM}) => ...`.
    private static func plain(_ line: Substring) -> String {
        var line = line
        while let first = line.first, "@?0123456789-\t ".contains(first) { line.removeFirst() }
        var plain = ""
        var depth = 0
        var isValue = false
        var index = line.startIndex
        while index < line.endIndex {
            let rest = line[index...]
            if rest.hasPrefix(" => ") { break }
            switch line[index] {
            case "[":
                depth += 1
                // A letter says what is marked.
                if rest.dropFirst(2).first == " " { index = line.index(index, offsetBy: 2) }
            case "]":
                depth = max(0, depth - 1)
                isValue = false
            case "{", "}": break
            default:
                if depth > 0, rest.hasPrefix(" = ") { isValue = true }
                if !isValue { plain.append(line[index]) }
            }
            index = line.index(after: index)
        }
        return plain
    }

    /// The words of the tables, at the start of a sentence and in it, in small letters and with a capital: so that the automaton
    /// knows what each of them is.
    static func words(of tables: [SourceFile]) -> String {
        var text = ""
        var known: Set<String> = []
        for table in tables {
            for form in forms(of: table) where known.insert(form).inserted {
                let small = form.lowercased()
                text += "\(form) dan \(form) dan \(small) dan \(small.prefix(1).uppercased() + small.dropFirst())\n\n"
            }
        }
        return text
    }

    /// What stands in the first column.
    private static func forms(of table: SourceFile) -> [String] {
        String(decoding: table.bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            guard !line.hasPrefix("#"), let form = line.split(separator: "\t").first else { return nil }
            return String(form)
        }
    }
}
