import Testing

@testable import KenaliLexicon

/// `classes.tsv`, and what is checked by it.
@Suite("Declarations of classes")
struct ClassDeclarationTests {
    private static let head = "class\ttables\tmembers\texample\tcounterexample\n"

    @Test("Every class is used by the tables that it names, and at least forty numbers are left for users")
    func used() throws {
        let declarations = try DataFolder.declarations()
        #expect(declarations.all.count <= ClassDeclarations.limit)
        let names = Set(try DataFolder.names(in: "Lexicon").map { String($0.dropLast(4)) })
        for declaration in declarations.all {
            for table in declaration.tables { #expect(names.contains(table), "\(declaration.name): \(table)") }
        }
    }

    @Test(
        "A declaration that is not in order is an error",
        arguments: [
            ("", "classes.tsv:1: there is no column 'class'"),
            (
                head + "x\ta\tm\te\n",
                "classes.tsv:2: a class has a name, tables, what belongs to it, an example and a counter-example"
            ),
            (head + "x\ta\tm\te\tc\nx\ta\tm\te\tc\n", "classes.tsv:3: 'x' is declared above"),
        ])
    func errors(table: String, message: String) {
        let error = #expect(throws: LexiconError.self) {
            try ClassDeclarations(table.utf8Span.span, named: "classes.tsv")
        }
        #expect(error?.description == message)
    }

    @Test("Tables use the classes that name them; examples are checked")
    func checks() throws {
        let source = Self.head + "x\tmine\tm\tpak\tbu\ny\tother\tm\tpak lurah\tlurah\n"
        func read(_ table: String) throws -> Lexicon {
            let declarations = try ClassDeclarations(source.utf8Span.span, named: "classes.tsv")
            var tables = BuiltInTables(declarations)
            try tables.add(table.utf8Span.span, named: "mine.tsv")
            try tables.add("form\tclass\npak lurah\ty\n".utf8Span.span, named: "other.tsv")
            try declarations.checkExamples(in: tables.lexicon)
            return tables.lexicon
        }
        #expect(try read("form\tclass\npak\tx\n").classNames == ["x", "y"])
        func message(_ table: String) -> String? {
            #expect(throws: LexiconError.self) { try read(table) }?.description
        }
        #expect(message("form\tclass\npak\tx\nkak\tz\n") == "mine.tsv:3: there is no class 'z'")
        #expect(
            message("form\tclass\npak\tx\nkak\ty\n")
                == "mine.tsv:3: classes.tsv does not name this list among those of the class 'y'")
        #expect(message("form\tclass\npa\tx\n") == "classes.tsv:2: the example 'pak' is not in 'x'")
        #expect(message("form\tclass\npak\tx\nbu\tx\n") == "classes.tsv:2: the counter-example 'bu' is in 'x'")
    }
}
