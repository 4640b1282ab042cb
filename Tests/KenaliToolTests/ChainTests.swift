import Foundation
import Testing

/// Work that goes through several programs, and what is shown on a screen.
@Suite("Tool: chains")
struct ChainTests {
    @Test(
        "News to Label Studio, corrected there, back as gold: the score knows each correction",
        .enabled(if: Shell.has("python3")))
    func labelStudio() throws {
        let outcome = try Shell.run(
            #"""
            cat >in.jsonl <<'END'
            {"id": "a", "date": "2025-10-21", "text": "🙂 Gus Ipul tiba di Demak, Selasa. DAK dibahas Kemensos."}
            {"id": "b", "text": "Kapolres Demak AKBP Hanafi Wiratama membantah."}
            END
            "$KENALI" -f labelstudio in.jsonl >tasks.json
            "${KENALI_PYTHON:-python3}" - <<'END'
            # As Label Studio exports: annotations, which begin as copies of the predictions.
            import json
            tasks = json.load(open("tasks.json"))
            for task in tasks:
                regions = task.pop("predictions")[0]["result"]
                task["annotations"] = [{"result": regions}]
                for region in list(regions):
                    value = region["value"]
                    if value["text"] == "Demak" and task is tasks[0]:
                        regions.remove(region)                      # one too many
                    elif value["text"] == "DAK":
                        value["labels"] = ["organization"]          # another kind
                    elif value["text"].startswith("AKBP"):
                        value["end"] -= len(" Wiratama")            # another border
                        value["text"] = value["text"][:-len(" Wiratama")]
            json.dump(tasks, open("gold.json", "w"))
            END
            "$KENALI" evaluate gold.json -f json | "${KENALI_PYTHON:-python3}" -c '
            import json, sys
            found = json.load(sys.stdin)
            print(found["documents"], *("{0}:{right}+{extra}-{missed}".format(k, **v) for k, v in sorted(found["kinds"].items())))'
            "$KENALI" evaluate gold.json --errors 20 | grep -c 'Hanafi'
            """#)
        #expect(outcome.errors.isEmpty)
        #expect(
            outcome.output == """
                2 acronym:2+1-0 date:1+0-0 location:1+1-0 ministry:1+0-0 organization:0+0-1 person:1+1-1
                2

                """)
    }

    @Test("The page in a browser: opened, clicked, pictured", .enabled(if: Shell.hasBrowser, "no Chromium"))
    func page() throws {
        let outcome = try Shell.run(
            #"""
            for text in articles/contoh.txt formats/hostile.txt; do
                "${KENALI_PYTHON:-python3}" "$PROJECT/Fixtures/formats/page.py" "$KENALI" "$PROJECT/Fixtures/$text" pictures
            done; wc -c pictures/light.png pictures/dark.png pictures/page.pdf | awk '{ print ($1 > 10000) }'
            """#)
        #expect(
            outcome.output == "opened, clicked, pictured\nopened, clicked, pictured\n1\n1\n1\n1\n", "\(outcome.errors)")
    }

    @Test("Without ICU's files the build says so once, with the package's name", .enabled(if: Shell.has("swiftc")))
    func missingICU() throws {
        let outcome = try Shell.run(
            #"""
            echo 'import CICU' >a.swift; echo 'import CICU' >b.swift; echo 'func letter() -> Int8 { cicu_general_category(65) }' >>b.swift
            swiftc -typecheck -I "$PROJECT/Sources/CICU" a.swift b.swift && echo there
            swiftc -typecheck -wmo -I "$PROJECT/Sources/CICU" -Xcc -DKENALI_HIDES_ICU a.swift b.swift 2>&1 | grep 'shim.h:.* error: '
            """#)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.first == "there" && lines.count == 2, "\(outcome.output)\(outcome.errors)")
        #expect(lines.last?.contains("error: Kenali needs the development files of ICU") == true)
        #expect(lines.last?.contains("apt-get install libicu-dev") == true)
    }
}
