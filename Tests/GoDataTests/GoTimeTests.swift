import GoData
import Testing
