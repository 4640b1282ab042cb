/// A text to extract from, with the day it was written.
public struct ExtractionInput: Sendable, Hashable {
    /// The text.
    public var text: String
    /// The day it was written; without it the text's own dateline counts.
    public var referenceDate: CalendarDate?

    /// A document.
    public init(_ text: String, referenceDate: CalendarDate? = nil) {
        self.text = text
        self.referenceDate = referenceDate
    }
}

/// The extractions of many documents, made on several cores, in the order of the documents.
///
/// However many workers there are, the extractions are the same. Some documents for each worker are held at a time, so
/// that a stream of any length can be read.
public struct Extractions<Documents: AsyncSequence>: AsyncSequence where Documents.Element == ExtractionInput {
    public typealias Element = Extraction
    public typealias Failure = Documents.Failure

    let documents: Documents
    let extractor: Extractor
    let workers: Int

    public func makeAsyncIterator() -> Iterator { Iterator(self) }

    /// Gives the extractions one after the other.
    public struct Iterator: AsyncIteratorProtocol {
        private var documents: Documents.AsyncIterator
        private var work: WorkQueue
        private var isAtEnd = false

        fileprivate init(_ extractions: Extractions) {
            documents = extractions.documents.makeAsyncIterator()
            work = WorkQueue(extractions.extractor, extractions.workers)
        }

        public mutating func next(isolation actor: isolated (any Actor)?) async throws(Documents.Failure) -> Extraction?
        {
            while !isAtEnd, !work.work.isFull {
                if let document = try await documents.next(isolation: actor) {
                    work.work.submit(document)
                } else {
                    isAtEnd = true
                }
            }
            return await work.work.next(isolation: actor)
        }

        public mutating func next() async throws(Documents.Failure) -> Extraction? {
            try await next(isolation: nil)
        }
    }
}

/// The work of an iterator, which may be copied.
private final class WorkQueue {
    var work: OrderedWork<ExtractionInput, Extraction>

    init(_ extractor: Extractor, _ workers: Int) {
        work = OrderedWork(workers: workers, makeState: { ExtractionWorker(extractor) }) { worker, document in
            worker.extract(from: document.text, referenceDate: document.referenceDate)
        }
    }
}

extension Extractor {
    /// The extractions of documents, made on several cores, in the order of the documents.
    ///
    /// ```swift
    /// for await extraction in extractor.extractions(of: documents) { ... }
    /// ```
    ///
    /// - Parameters:
    ///   - documents: The texts, with the days on which they were written.
    ///   - workers: How many work at the same time; as many as there are cores unless told otherwise.
    public func extractions<Documents: AsyncSequence>(of documents: Documents, workers: Int? = nil) -> Extractions<
        Documents
    >
    where Documents.Element == ExtractionInput {
        Extractions(documents: documents, extractor: self, workers: workers ?? ProcessorCount.available)
    }

    /// The extractions of documents, made on several cores, in the order of the documents.
    public func extractions(
        of documents: some Sequence<ExtractionInput> & Sendable, workers: Int? = nil
    ) -> some AsyncSequence<Extraction, Never> { extractions(of: SequentialDocuments(documents), workers: workers) }

    /// The extractions of documents, made on several cores, in the order of the documents.
    public func extract(_ documents: [ExtractionInput], workers: Int? = nil) async -> [Extraction] {
        var found: [Extraction] = []
        found.reserveCapacity(documents.count)
        for await extraction in extractions(of: documents, workers: workers) { found.append(extraction) }
        return found
    }
}

/// Documents of a sequence, for who awaits them.
private struct SequentialDocuments<Base: Sequence & Sendable>: AsyncSequence, Sendable {
    typealias Element = Base.Element
    typealias Failure = Never

    private let base: Base

    init(_ base: Base) { self.base = base }

    func makeAsyncIterator() -> Iterator { Iterator(base: base.makeIterator()) }

    /// Gives the documents one after the other.
    struct Iterator: AsyncIteratorProtocol {
        fileprivate var base: Base.Iterator

        mutating func next() async -> Base.Element? { base.next() }
        mutating func next(isolation actor: isolated (any Actor)?) async throws(Never) -> Base.Element? {
            base.next()
        }
    }
}
