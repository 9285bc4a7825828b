package page

// Post is what one person wrote in a conversation.
type Post struct {
	ID        string  `json:"id"`  // as the page names it, without a prefix like "comment-"
	URL       string  `json:"url"` // permalink
	Author    *Person `json:"author"`
	Published Date    `json:"published"`
	// PublishedText is the date as the page writes it, where it could not be read as a Date ("3 days ago" on a
	// page that does not say when it was saved).
	PublishedText string   `json:"published_text"`
	Text          string   `json:"text"`
	Blocks        []*Block `json:"blocks"`
	Score         *int     `json:"score"` // votes or likes; nil if none are shown
}

// Comment is a reader's answer to the page or to another comment.
type Comment struct {
	Post
	Kind CommentKind `json:"kind"`
	// Accepted says that the asker or the site marked this answer as the right one.
	Accepted bool       `json:"accepted"`
	Replies  []*Comment `json:"replies"`
}

// CommentKind tells comments from what stands among them.
type CommentKind string

// The kinds of comment.
const (
	Remark   CommentKind = "comment"
	Pingback CommentKind = "pingback" // a notice that another page links here; also trackbacks
	Removed  CommentKind = "deleted"  // the place of a comment that was taken away
)

// Comments is the conversation under an article, or the replies of a thread.
type Comments struct {
	// Declared is how many the page says there are, replies only: a topic with "16 posts" declares 15.
	Declared *int `json:"declared"`
	// Found is how many are in Items, at all levels, pingbacks and deleted ones left out.
	Found int `json:"found"`
	// Open is false when the page says that commenting is over, true when it offers it, nil when it says nothing.
	Open *bool  `json:"open"`
	Next string `json:"next"` // address of the next page of comments
	// DiscussionURL is where the conversation can be read if it stands elsewhere (schema.org, discussionUrl): in the frame of
	// a service such as Disqus, in the topic of a forum, in an issue. It is on another host as a rule, and no page of comments
	// like Next.
	DiscussionURL string     `json:"discussion_url"`
	Items         []*Comment `json:"items"`
}
