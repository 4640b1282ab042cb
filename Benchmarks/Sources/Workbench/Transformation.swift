/// Makes texts of another character out of Indonesian ones.
enum Transformation {
    /// Quotes, dashes and letters as a typewriter has them.
    static func ascii(_ text: String) -> String {
        let plain: [Character: Character] = [
            "“": "\"", "”": "\"", "‘": "'", "’": "'", "–": "-", "—": "-", "•": "*", "é": "e", "ó": "o", "á": "a",
        ]
        return String(text.map { $0.isASCII ? $0 : plain[$0] ?? "?" })
    }

    /// Quotes and dashes as a typesetter has them.
    static func typographic(_ text: String) -> String {
        var opens = true
        var previous: Character = "\n"
        var result = ""
        for character in text {
            if character.isNewline { opens = true }
            switch character {
            case "\"":
                result.append(opens ? "“" : "”")
                opens.toggle()
            case "'": result.append("’")
            case "-": result.append(previous == " " ? "–" : "-")
            default: result.append(character)
            }
            previous = character
        }
        return result
    }

    /// A line of a table for every three words: a number, a name, a date, a time, a share and an amount.
    static func table(_ text: String) -> String {
        var result = ""
        words(in: text) { word, number in
            guard number % 3 == 0 else { return }
            let seed = number &* 7919
            result += "\(number)\t\(word)\t\(1 + seed % 28)/\(1 + seed % 12)/\(2000 + seed % 26)\t"
            result += "\(10 + seed % 14).\(10 + seed % 50)\t\(seed % 100),\(seed % 7)%\t"
            result += "Rp\(1 + seed % 999).\(100 + seed % 900).\(100 + seed % 899)\t0812-\(1000 + seed % 9000)\n"
        }
        return result
    }

    /// Changes every fifth ASCII letter.
    static func everyFifthLetter(of text: String, _ change: (inout String) -> Void) -> String {
        var result = ""
        var letters = 0
        for character in text {
            var changed = String(character)
            if character.isASCII, character.isLetter {
                letters += 1
                if letters % 5 == 0 { change(&changed) }
            }
            result += changed
        }
        return result
    }

    /// A letter beyond ASCII in place of an ASCII letter.
    static func accented(_ letter: String) -> String {
        let lower = letter.lowercased()
        let accented = accents[lower] ?? "é"
        return lower == letter ? accented : accented.uppercased()
    }

    /// Changes each word, by its number too; without what stands between words when they don't stand `apart`.
    static func words(of text: String, apart: Bool = true, _ change: (String, Int) -> String) -> String {
        var result = ""
        var word = ""
        var number = 0
        for character in text {
            if character.isLetter {
                word.append(character)
                continue
            }
            if !word.isEmpty {
                result += change(word, number)
                number += 1
                word = ""
            }
            if apart || character != " " { result.append(character) }
        }
        return result + (word.isEmpty ? "" : change(word, number))
    }

    /// Visits the words.
    private static func words(in text: String, _ visit: (String, Int) -> Void) {
        _ = words(of: text) { word, number in
            visit(word, number)
            return ""
        }
    }

    static func arabic(_ word: String) -> String { spelled(word, arabicLetters) }
    /// Consonants, and vowels as signs on them, as the script is written; but with spaces between words.
    static func javanese(_ word: String) -> String { spelled(word, javaneseLetters) }

    private static func spelled(_ word: String, _ letters: [Character: String]) -> String {
        word.lowercased().map { letters[$0] ?? String($0) }.joined()
    }

    private static func spelling(_ latin: String, _ other: String) -> [Character: String] {
        Dictionary(uniqueKeysWithValues: zip(latin, other.unicodeScalars.map { String($0) }))
    }

    private static let accents = Dictionary(
        uniqueKeysWithValues: zip("abcdefghijklmnopqrstuvwxyz", "áƀćđéƒǵĥíĵķłɱńóƥʠŕśťúṽŵẍýž")
            .map { (String($0), String($1)) })
    private static let arabicLetters = spelling("abcdefghijklmnopqrstuvwxyz", "ابچدێفڬهيجكلمنوڤقرستوۏوخيز")
    private static let javaneseLetters = spelling(
        "abcdefghijklmnopqrstuvwxyz",
        "\u{A9B4}\u{A9A7}\u{A995}\u{A9A2}\u{A9BA}\u{A9A5}\u{A992}\u{A9B2}\u{A9B6}\u{A997}\u{A98F}\u{A9AD}\u{A9A9}"
            + "\u{A9A4}\u{A9BA}\u{A9A5}\u{A98F}\u{A9AB}\u{A9B1}\u{A9A0}\u{A9B8}\u{A9AE}\u{A9AE}\u{A98F}\u{A9AA}\u{A997}"
    )
}

/// Words of scripts that can't be had by spelling Latin words.
enum Words {
    static let han = [
        "中国", "政府", "今天", "雅加达", "部长", "经济", "增长", "会议", "地区", "社会", "发展", "人民", "的", "在", "和", "表示",
    ]
    static let thai = [
        "ประเทศ", "รัฐบาล", "วันนี้", "กรุงเทพ", "นายกรัฐมนตรี", "เศรษฐกิจ", "การประชุม", "สังคม", "พัฒนา", "ประชาชน", "ของ",
        "ใน", "และ", "ที่", "กล่าว", "โรงเรียน",
    ]
    static let emoji = ["🙂", "👍🏽", "🇮🇩", "👨‍👩‍👧", "❤️", "🎉", "🚒", "1️⃣"]

    /// A word for a word, always the same.
    static func choose(from words: [String], for word: String) -> String {
        let sum = word.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
        return words[sum % words.count]
    }
}
