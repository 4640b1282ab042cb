import Testing

@testable import KenaliText

@Suite("Replacing and holding")
struct StringReplacingTests {
    @Test(
        "A byte is replaced wherever it stands, and nothing else",
        arguments: [
            ("", ""), ("a", "a"), ("\t", " "), ("\ta\t\tb\t", " a  b "), ("é\té", "é é"),
        ])
    func replacing(text: String, expected: String) {
        #expect(text.replacing(byte: "\t", with: " ") == expected)
    }

    @Test("The other text may be longer, or hold the byte itself")
    func longer() {
        #expect(#"a\b"#.replacing(byte: "\\", with: #"\\"#) == #"a\\b"#)
        #expect("1,5".replacing(byte: ",", with: "") == "15")
    }

    @Test(
        "A text holds its parts",
        arguments: [
            ("Kementerian Sosial", "Sosial", true), ("Kementerian Sosial", "Kementerian", true),
            ("Sosial", "Sosial ", false),
            ("aab", "ab", true), ("", "", true), ("a", "", true), ("abc", "ac", false),
        ])
    func holds(text: String, part: String, expected: Bool) { #expect(text.holds(part) == expected) }
}
