/// Several words, looked for in one pass over the bytes.
struct ByteWords: Sendable {
    private let words: [[UInt8]]
    /// The words that begin with each byte, as indices.
    private let starts: [[Int]]

    init(_ words: [String]) {
        let words = words.map { Array($0.utf8) }
        var starts = [[Int]](repeating: [], count: 256)
        for (index, word) in words.enumerated() {
            if let first = word.first { starts[Int(first)].append(index) }
        }
        (self.words, self.starts) = (words, starts)
    }

    /// The lowest index of all words that stand in the line.
    func lowest(in line: ArraySlice<UInt8>) -> Int? {
        var best = words.count
        var at = line.startIndex
        while at < line.endIndex {
            for index in starts[Int(line[at])] where index < best && line[at...].starts(with: words[index]) {
                best = index
            }
            at += 1
        }
        return best < words.count ? best : nil
    }

    /// The index of the word that stands first in the line.
    func first(in line: ArraySlice<UInt8>) -> Int? {
        var at = line.startIndex
        while at < line.endIndex {
            for index in starts[Int(line[at])] where line[at...].starts(with: words[index]) { return index }
            at += 1
        }
        return nil
    }
}
