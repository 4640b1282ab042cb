import Kenali
import KenaliFormats

/// A program that uses the library and nothing else: what it links shows what the library pulls in.
@main
enum LinkageProbe {
    static func main() {
        let text = "Gus Ipul"
        print(TextReport(style: .plain).report(Extractor().extract(from: text), of: text))
    }
}
