/// Stand-in until the reader lands.
package struct TOMLPlaceholder {}
