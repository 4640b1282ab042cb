import Foundation

/// Texts at random of what the recognizers look for, and of what characters are hard to get right, between each other.
struct RandomDocument {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// How many texts a test makes up: few unless `KENALI_PROPERTY_ROUNDS` says more.
    static let rounds = ProcessInfo.processInfo.environment["KENALI_PROPERTY_ROUNDS"].flatMap(Int.init) ?? 150

    private static let words = """
        Menteri|Sosial|Gus Ipul|Saifullah Yusuf|Budi Santoso|Bu Wirawan|Kim Jong-un|SBY|Prof. Dr. H. Andi Saputra, S.H., M.Si.|Kombes \
        Pol|Kementerian Sosial|Kementerian|Kemensos|Kemensosnya|Kemenko PMK|Republik Indonesia|RI|Badan Pusat Statistik|(BPS)|BPS|Dana Alokasi \
        Khusus (DAK)|DAK|(DAK|DAK)|PP Muhammadiyah|Ketua Umum Pengurus Pusat (Ketum PP)|Ketum PP|Polres Demak|PT Maju Jaya Tbk|RSUD Sunan|Kota \
        Bandung|Kabupaten Demak|Jalan Sudirman No. 8|Jepang|Jakarta|Jumat (27/12/2024)|27 Desember 2024|kemarin|pukul 10.30 WIB|dua hari|tahun \
        1999|akhir bulan lalu|1 Ramadan 1446 H|5 Mei 2025|JAKARTA, 27 Desember 2024 -|alias|akrab disapa|atau|kata|ujar|dan|di|ke|yang|itu|tersangka|selaku|bansos|KPK|\
        UU|G20|S.H.|Rp5.000|gara-gara|NYA|"|'|“|”|(|)|[|]|,|.|;|:|-|–|/|&|…|?|!|@kemensos|#demak|https://kemensos.go.id
        """.replacing("\\\n", with: "").split(separator: "|", omittingEmptySubsequences: true).map {
            String($0).trimmingCharacters(in: .newlines)
        }
    private static let characters = [
        "\u{0}", "\u{7}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{202E}",
        "\u{2028}",
        "\u{FEFF}", "\u{FFFD}", "é", "e\u{301}", "ﬁ", "Ｄ", "ＡＢＣ", "🙂", "👍🏽", "🇮🇩", "漢字", "ภาษาไทย", "ꦗꦮ", "عرب", "İ", "ß",
        "\u{1F3FB}",
    ]
    private static let gaps = [" ", " ", " ", " ", " ", " ", "\n", "\n\n", "\r\n", "  ", "\t", "", ". ", ", "]

    private mutating func number(_ limit: Int) -> Int {
        state ^= state &<< 13
        state ^= state &>> 7
        state ^= state &<< 17
        return Int(state >> 33) % limit
    }

    /// A text of some forty parts.
    mutating func text(strange: Bool = true) -> String {
        var text = ""
        for _ in 0..<number(40) + 1 {
            if strange, number(8) == 0 { text += Self.characters[number(Self.characters.count)] }
            text += Self.words[number(Self.words.count)]
            text += Self.gaps[number(Self.gaps.count)]
        }
        return text
    }
}
