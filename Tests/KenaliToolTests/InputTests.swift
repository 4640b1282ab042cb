import Foundation
import Testing

/// Everything that can be read, and what becomes of what can't.
@Suite("Tool: input and output")
struct InputTests {
    @Test("Text, lines, JSON Lines, tables, packed or not: all tell the same")
    func kinds() throws {
        let outcome = try Shell.run(
            #"""
            t='Gus Ipul, DAK.'
            printf '%s' "$t" >a.txt
            printf '{"x": {"body": "%s"}}\n' "$t" >b.jsonl
            printf 'no;body\n' >/dev/null
            printf 'no,body,day\n1,"Gus Ipul, DAK.",2024-12-27T10:00:00+07:00\n' >c.csv
            printf 'no\tbody\n1\t%s\n' "$t" >d.tsv
            gzip -k a.txt; printf '%s\n' "$t" >e.log
            "$KENALI" -f tsv a.txt | cut -f 3-6
            "$KENALI" -f tsv --text-field x.body b.jsonl | cut -f 3-6
            "$KENALI" -f tsv --text-field body --id-field no --date-field day c.csv | cut -f 1-6
            "$KENALI" -f tsv --text-field body d.tsv | cut -f 3-6
            "$KENALI" -f tsv a.txt.gz | cut -f 3-6
            "$KENALI" -f tsv -i lines e.log | cut -f 1,3-6
            """#)
        let rows = "kind\tstart\tend\ttext\nperson\t0\t8\tGus Ipul\nacronym\t10\t13\tDAK\n"
        let dated =
            "document\tdate\tkind\tstart\tend\ttext\n1\t2024-12-27\tperson\t0\t8\tGus Ipul\n1\t2024-12-27\tacronym\t10\t13\tDAK\n"
        let named = "document\tkind\tstart\tend\ttext\ne.log:1\tperson\t0\t8\tGus Ipul\ne.log:1\tacronym\t10\t13\tDAK\n"
        #expect(outcome.output == rows + rows + dated + rows + rows + named)
        #expect(outcome.errors.isEmpty)
    }

    @Test("Folders and patterns, in the order of names; files for each document")
    func folders() throws {
        let outcome = try Shell.run(
            #"""
            mkdir -p in/b; printf 'Gus Ipul' >in/b/2.txt; printf 'DAK' >in/1.txt; printf 'KPK' >in/.hidden
            "$KENALI" -r -f tsv in | cut -f 1,3,6
            "$KENALI" -f tsv 'in/*.txt' | cut -f 1,6
            "$KENALI" -r -f brat in --output out; ls out; cat out/in_1.txt.ann out/in_1.txt.txt
            "$KENALI" -r -f brat in; echo $?
            """#)
        #expect(
            outcome.output == """
                document\tkind\ttext
                in/1.txt\tacronym\tDAK
                in/b/2.txt\tperson\tGus Ipul
                document\ttext
                in/1.txt\tDAK
                in_1.txt.ann
                in_1.txt.txt
                in_b_2.txt.ann
                in_b_2.txt.txt
                T1\tAcronym 0 3\tDAK
                #1\tAnnotatorNotes T1\tDana Alokasi Khusus
                DAK64

                """)
        #expect(outcome.errors.contains("--output"))
    }

    @Test("What is cut off, too large, a FIFO or broken in the middle costs nothing of the rest")
    func broken() throws {
        let outcome = try Shell.run(
            #"""
            for i in 1 2 3; do printf '{"id": %s, "text": "Gus Ipul"}\n' $i; done >good.jsonl
            head -c 3000000 /dev/urandom | od | gzip >cut.txt.gz; head -c 1000 cut.txt.gz >cut.gz
            { cat good.jsonl; printf '{"id": 4, "text": "'; head -c 200000 /dev/zero | tr '\0' a; printf '"}\n'; cat good.jsonl; } >long.jsonl
            mkfifo pipe; cat good.jsonl >pipe &
            "$KENALI" -f jsonl cut.gz | cut -c 1-30; "$KENALI" -f jsonl --max-document 100k long.jsonl | cut -c 1-40
            "$KENALI" -i jsonl -f jsonl pipe | wc -l
            "$KENALI" -f jsonl --skip 2 good.jsonl | cut -c 1-7; "$KENALI" -f jsonl --resume-after 1 good.jsonl | cut -c 1-7
            { echo '{}'; cat good.jsonl; } >bad.jsonl; "$KENALI" -f jsonl --strict bad.jsonl | wc -l
            """#)
        let lines = outcome.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(lines.first == "{\"id\":\"cut.gz\",\"error\":\"cannot")
        #expect(lines.dropFirst().prefix(7).count { $0.hasPrefix("{\"id\":") && $0.contains("mentions") } == 6)
        #expect(lines.dropFirst(4).first == "{\"line\":4,\"error\":\"the line is larger th")
        #expect(lines.dropFirst(8) == ["3", "{\"id\":3", "{\"id\":2", "{\"id\":3", "1"])
        #expect(outcome.errors.contains("cut.gz: cannot be unpacked to its end"))
    }

    @Test("A line as long as the limit is read, one byte more is not")
    func limit() throws {
        let outcome = try Shell.run(
            #"""
            printf '%s\n' '{"text": "DAK penting."}' '{"text": "DAK pun penting"}' '{"text": "DAK"}' >lines
            "$KENALI" -i jsonl -f jsonl --max-document 24 lines | cut -c 1-12
            """#)
        #expect(outcome.output.split(separator: "\n") == [#"{"mentions":"#, #"{"line":2,"e"#, #"{"mentions":"#])
    }

    @Test("A signal ends the work after a whole line, and says where")
    func signal() throws {
        let outcome = try Shell.run(
            #"""
            mkfifo pipe; { printf '{"id": "a", "text": "Gus Ipul"}\n'; exec sleep 60; } >pipe & writer=$!
            "$KENALI" -f jsonl -i jsonl pipe >out & tool=$!
            i=0; while [ ! -s out ] && [ $i -lt 200 ]; do sleep 0.1; i=$((i + 1)); done
            kill -TERM $tool; wait $tool; echo $?; wc -l <out; kill $writer
            """#)
        #expect(outcome.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) } == ["143", "1"])
        #expect(
            outcome.errors.contains("stopped by SIGTERM after pipe:1: 1 documents are done; --skip 1 goes on there"))
    }

    @Test("Colours: asked for, forced, refused")
    func colors() throws {
        let outcome = try Shell.run(
            #"""
            printf 'Gus Ipul' >a; n() { grep -c "$(printf '\033')" || :; }
            "$KENALI" a | n; "$KENALI" --color always a | n; CLICOLOR_FORCE=1 "$KENALI" a | n
            NO_COLOR=1 CLICOLOR_FORCE=1 "$KENALI" a | n; CLICOLOR_FORCE=1 "$KENALI" --color never a | n
            """#)
        #expect(outcome.output == "0\n3\n3\n0\n0\n")
    }

    @Test("Words and rules of one's own, and what is wrong with them")
    func own() throws {
        let outcome = try Shell.run(
            #"""
            printf 'form\tclass\tvalue\nQRWZ\tacronym\tQuasi Regu Warga Zamrud\nZamrudin\tbatu\t\n' >own.tsv
            printf 'rule batu.nama : BATU 200\n    "Batu" <batu>\n' >own.rules
            printf '{"label": "KARTU", "pattern": [{"LOWER": "kartu"}, {"IS_TITLE": true, "OP": "+"}], "id": "k"}\n' >own.jsonl
            echo 'QRWZ memberi Kartu Maju Jaya dan Batu Zamrudin.' >a
            "$KENALI" -f tsv --lexicon own.tsv --rules own.rules --rules own.jsonl a | cut -f 3,6-9
            printf 'form\tclass\nQ\tacronim\n' >bad.tsv; "$KENALI" --lexicon bad.tsv a; echo $?
            printf '{"label": "K", "pattern": [{"LOWR": "a"}]}' >bad.jsonl; "$KENALI" --rules bad.jsonl a; echo $?
            """#)
        #expect(
            outcome.output == """
                kind\ttext\tname\tvalue\tcode
                acronym\tQRWZ\tQuasi Regu Warga Zamrud\t\t
                KARTU\tKartu Maju Jaya\t\t\tk
                BATU\tZamrudin\t\t\t
                65
                65

                """)
        #expect(outcome.errors.contains("bad.tsv:2: ") && outcome.errors.contains("acronym"))
        #expect(
            outcome.errors.contains("bad.jsonl:1: 'LOWR' is not what can be asked of a token; did you mean 'LOWER'?"))
    }

    @Test("A glossary and an index know words and rules of one's own, too; parts of an index take none")
    func ownLists() throws {
        let outcome = try Shell.run(
            #"""
            printf 'form\tclass\tvalue\nQRWZ\tacronym\tQuasi Regu Warga Zamrud\nQRWZ\torganization\tQuasi Regu\n' >own.tsv
            printf 'rule own.name : PERSON 200\n    "Zwendo"\n' >own.rules
            echo 'QRWZ memberi Zwendo kartu.' >a
            "$KENALI" glossary --lexicon own.tsv a | cut -c 1-29
            "$KENALI" index --rules own.rules -f tsv a | cut -f 1,3
            "$KENALI" index --lexicon own.tsv -f index a >a.idx; grep -c 'Quasi Regu' a.idx
            "$KENALI" index --merge --lexicon own.tsv a.idx; echo $?
            """#)
        #expect(
            outcome.output == """
                QRWZ  Quasi Regu Warga Zamrud
                kind\tname
                person\tZwendo
                1
                64

                """)
        #expect(outcome.errors.contains("'--merge' takes neither --lexicon nor --rules"))
    }

    @Test("Label Studio's tasks, corrected, are gold; the manual and the classes are there")
    func evaluate() throws {
        let outcome = try Shell.run(
            #"""
            printf '{"id": "a", "text": "🙂 Gus Ipul dan DAK di Demak."}\n' >in.jsonl
            "$KENALI" -f labelstudio in.jsonl | sed 's/"predictions"/"annotations"/; s/"location"/"organization"/' >gold.json
            "$KENALI" evaluate gold.json -f json | tr -d ' \n' | head -c 200; echo
            "$KENALI" -f jsonl in.jsonl >same.jsonl; "$KENALI" evaluate same.jsonl same.jsonl | tail -1
            "$KENALI" evaluate missing.json; echo $?
            "$KENALI" man | head -1; "$KENALI" classes weekday | head -1 | cut -c 1-7
            "$KENALI" explain Gus Ipul tiba | head -2
            """#)
        let lines = outcome.output.split(separator: "\n")
        #expect(
            lines.first?.hasPrefix(
                "{\"documents\":1,\"missing\":0,\"kinds\":{\"acronym\":{\"gold\":1,\"right\":1,\"extra\":0,\"missed\":0,"
            ) == true)
        #expect(
            lines.dropFirst().first?.hasPrefix("all") == true
                && lines.dropFirst().first?.contains("1.000   1.000") == true)
        #expect(lines.dropFirst(2).first == "66")
        #expect(lines.dropFirst(3).first?.hasPrefix(".TH KENALI 1") == true)
        #expect(lines.dropFirst(4).joined(separator: "\n") == "weekday\nGus Ipul\n  person by person.titled")
    }

    @Test("Other programs read what the formats hold", .enabled(if: Shell.has("python3")))
    func readers() throws {
        let outcome = try Shell.run(
            #"""
            "${KENALI_PYTHON:-python3}" "$PROJECT/Fixtures/formats/read-back.py" "$KENALI" "$PROJECT/Fixtures/formats/hostile.txt" \
                "$PROJECT/Fixtures/articles/contoh.txt"
            """#)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test("A table answers which ministry, by month", .enabled(if: Shell.hasPythonModules("duckdb")))
    func duckdb() throws {
        let outcome = try Shell.run(
            #"""
            for m in 01 01 02; do printf '{"text": "Kemensos dan Kemenkeu rapat.", "date": "2025-%s-15"}\n' $m; done >in.jsonl
            "$KENALI" -f tsv in.jsonl >t.tsv
            "${KENALI_PYTHON:-python3}" -c 'import duckdb
            print(duckdb.sql("select strftime(date, $$%Y-%m$$) as month, name, count(*) from read_csv($$t.tsv$$) where kind = $$ministry$$ group by all order by all").fetchall())'
            """#)
        #expect(
            outcome.output
                == "[('2025-01', 'Kementerian Keuangan', 2), ('2025-01', 'Kementerian Sosial', 2), ('2025-02', 'Kementerian Keuangan', 1), ('2025-02', 'Kementerian Sosial', 1)]\n",
            "\(outcome.errors)")
    }

    @Test("Patterns find what spaCy finds", .enabled(if: Shell.hasPythonModules("spacy")))
    func spacy() throws {
        let outcome = try Shell.run(
            #""${KENALI_PYTHON:-python3}" "$PROJECT/Fixtures/formats/spacy-patterns.py" "$KENALI" 20"#)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }

    @Test("Spark gives what one machine gives", .enabled(if: Shell.has("java") && Shell.hasPythonModules("pyspark")))
    func spark() throws {
        let outcome = try Shell.run(
            #""${KENALI_PYTHON:-python3}" "$PROJECT/Fixtures/spark/check.py" "$KENALI""#)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }
}
