import Containerd
import Texts

extension EngineDifference {
    package var phrase: Phrase { Phrase("engine.\(rawValue)") }
}
