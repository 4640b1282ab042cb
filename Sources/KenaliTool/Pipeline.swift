import ArgumentParser
import Kenali
import KenaliFormats

/// Reads documents, lets all cores work on them, and hands over what came of each in the order of the documents.
struct Pipeline {
    /// What came of a document.
    struct Outcome<Product: Sendable>: Sendable {
        var document: RawDocument.Place
        /// What was made of it, or what stands in its place.
        var product: Product?
        var messages: [InputError] = []
        var isFailure = false
    }

    private let options: InputOptions
    private(set) var source: DocumentSource
    private let statistics: Statistics
    private var cause: InputError.Cause?

    init(_ options: InputOptions) {
        self.options = options
        source = DocumentSource(options)
        statistics = Statistics(isShown: options.stats)
    }

    /// Whether there can be only one document.
    mutating func isSingleDocument() -> Bool { source.isSingleDocument() }

    /// Works on all documents.
    ///
    /// - Parameters:
    ///   - makeState: Makes what a worker keeps from document to document.
    ///   - work: What a worker makes of a document, or of what stands in the place of one.
    ///   - output: Where `consume` writes to.
    ///   - consume: Takes the products in the order of the documents.
    /// - Throws: The exit status, when not all could be read.
    mutating func run<State: ~Copyable & Sendable, Product: Sendable>(
        makeState: @escaping @Sendable () -> State,
        work: @escaping @Sendable (inout State, RawDocument, Result<ReadDocument, UnreadDocument>) -> Product?,
        output: inout DocumentOutput, consume: (Product, inout DocumentOutput) -> Void
    ) throws {
        StopSignal.watch()
        let fields = options.fields
        var queue = Workers<State, [RawDocument], [Outcome<Product>]>(
            jobs: options.jobs ?? ProcessorCount.available, makeState: makeState
        ) { (state: inout State, batch: consuming [RawDocument]) in
            var outcomes: [Outcome<Product>] = []
            outcomes.reserveCapacity(batch.count)
            for index in batch.indices {
                var document = batch[index]
                let place = document.place
                do throws(UnreadDocument) {
                    // Once it is read, nobody keeps the bytes that it was read from.
                    batch[index].content = .blank
                    let read = try document.read(fields)
                    document.content = .blank
                    outcomes.append(
                        Outcome(
                            document: place, product: work(&state, document, .success(read)),
                            messages: read.warning.map { [$0] } ?? []))
                } catch {
                    outcomes.append(
                        Outcome(
                            document: place, product: work(&state, document, .failure(error)),
                            messages: error.isSilent ? [] : [error.error], isFailure: !error.isSilent))
                }
            }
            return outcomes
        }
        reading: while true {
            if queue.isFull, let outcomes = queue.next() {
                guard take(outcomes, &output, consume) else { break }
            }
            switch source.next(mayWait: queue.count == 0) {
            case .batch(let batch): queue.submit(batch)
            case .waiting:
                // Nobody shall wait for what is done while the input is waited for.
                if let outcomes = queue.next() {
                    guard take(outcomes, &output, consume) else { break reading }
                }
                if queue.count == 0 { output.flush() }
            case .end:
                while let outcomes = queue.next() {
                    guard take(outcomes, &output, consume) else { break reading }
                }
                break reading
            }
        }
        output.finish()
        try finish()
    }

    /// Hands over what came of some documents; false when it is time to stop.
    private mutating func take<Product>(
        _ outcomes: [Outcome<Product>], _ output: inout DocumentOutput,
        _ consume: (Product, inout DocumentOutput) -> Void
    ) -> Bool {
        for outcome in outcomes {
            for message in outcome.messages { output.report(message) }
            if let product = outcome.product { consume(product, &output) }
            statistics.count(outcome.document, isFailure: outcome.isFailure)
            guard outcome.isFailure else { continue }
            if cause == nil { cause = outcome.messages.first?.cause }
            if options.strict { return false }
        }
        if statistics.showsProgress { statistics.showProgress(source.progress) }
        return true
    }

    private mutating func finish() throws {
        statistics.finish(jobs: options.jobs ?? ProcessorCount.available)
        if let signal = StopSignal.current {
            let done = source.skipped + statistics.documents
            let place = statistics.lastPlace.map { " after \($0)" } ?? ""
            StandardStreams.complain(
                "stopped by \(StopSignal.name(signal))\(place): \(done) documents are done; --skip \(done) goes on there"
            )
            throw ExitCode(128 + signal)
        }
        if source.isStillResuming, let id = options.resumeAfter {
            StandardStreams.complain("no document has the id '\(id)' that --resume-after names")
            throw ExitCode(ExitStatus.malformed)
        }
        switch cause {
        case .unreadable: throw ExitCode(ExitStatus.unreadable)
        case .malformed: throw ExitCode(ExitStatus.malformed)
        case nil: break
        }
    }
}
